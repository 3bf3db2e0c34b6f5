#include "kernels.h"

const row_kernels *row_kernels_newest(void) {
    const row_kernels *found = row_kernels_of("avx512");
    if (!found) found = row_kernels_of("avx2");
    return found ? found : &portable_kernels;
}

const row_kernels *row_kernels_of(const char *generation) {
    if (!strcmp(generation, "portable")) return &portable_kernels;
#if defined(__x86_64__)
    if (!strcmp(generation, "avx2") && __builtin_cpu_supports("x86-64-v3")) return &avx2_kernels;
    if (!strcmp(generation, "avx512") && __builtin_cpu_supports("x86-64-v4")) return &avx512_kernels;
#endif
    return NULL;
}

ptrdiff_t row_product_scratch(ptrdiff_t depth) { return WIDTH * depth; }

ptrdiff_t row_attention_scratch(ptrdiff_t length, ptrdiff_t width) {
    ptrdiff_t padded = (length + WIDTH - 1) / WIDTH * WIDTH;
    return length * padded + WIDTH * (length > width ? length : width);
}
