#include "kernels.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#define KERNEL(name) avx512_##name
#include "rows.inc"
#pragma clang attribute pop
#endif
