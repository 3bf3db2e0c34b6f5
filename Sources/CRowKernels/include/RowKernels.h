#ifndef ROW_KERNELS_H
#define ROW_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/* What a linear layer does to the integer sums of one row: y = sums · scales · scale + (offsets · minimum + bias). */
typedef struct {
    const float *scales;
    const float *offsets;
    const float *bias;
} row_linear;

/*
 Loops over rows of floats, compiled for a generation of processors.

 Every generation gives the same bits: sums within a row run over sixteen partial sums, products over their depth in order, and nothing
 is fused. A count is at least 1; pointers need no alignment.
 */
typedef struct {
    /* x ≈ scale · byte + minimum, bytes from 0 to `greatest`. */
    void (*quantize)(const float *x, ptrdiff_t count, float greatest, uint8_t *bytes, float *scale, float *minimum);

    void (*dequantize)(const int32_t *sums, ptrdiff_t count, row_linear layer, float scale, float minimum, float *y);

    /* Dequantises, applies GELU and quantises again. `values` is room for one row. */
    void (*activate)(
        const int32_t *sums, ptrdiff_t count, row_linear layer, float scale, float minimum, float *values, uint8_t *bytes,
        float *new_scale, float *new_minimum);

    /* Adds the dequantised row to x, then normalises x. */
    void (*add_normalize)(
        const int32_t *sums, ptrdiff_t count, row_linear layer, float scale, float minimum, float *x, const float *weight,
        const float *bias, float epsilon);

    /* Brings x to mean 0 and variance 1, then scales and shifts it. */
    void (*normalize)(float *x, ptrdiff_t count, const float *weight, const float *bias, float epsilon);

    /* x = word · word_scale + position · position_scale + shape + mode. */
    void (*embed)(
        const int8_t *word, float word_scale, const int8_t *position, float position_scale, const float *shape, const float *mode,
        ptrdiff_t count, float *x);

    /* y[k] += factors[k] · x for `targets` rows of y that are `stride` apart. */
    void (*mix)(const float *x, ptrdiff_t count, const float *factors, ptrdiff_t targets, float *y, ptrdiff_t stride);

    /* Gaussian error linear unit x/2 · (1 + erf(x/√2)) in place, with an absolute error below 10⁻⁶. */
    void (*gelu)(float *x, ptrdiff_t count);

    /* x − log Σ exp(x) in place. */
    void (*log_softmax)(float *x, ptrdiff_t count);

    float (*dot)(const float *x, const float *y, ptrdiff_t count);

    /* c[rows × columns] = a · b, or a · bᵀ if `transposed`; strides are distances between rows. `scratch` holds
       row_product_scratch(depth) floats. */
    void (*product)(
        ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t depth, const float *a, ptrdiff_t a_stride, const float *b, ptrdiff_t b_stride,
        int transposed, float *c, ptrdiff_t c_stride, float *scratch);

    /* Attention of one head with scores times `factor`: `length` rows of `width` floats each of query, key and value, `stride` apart.
       `scratch` holds row_attention_scratch(length, width) floats. */
    void (*attention)(
        const float *query, const float *key, const float *value, ptrdiff_t stride, ptrdiff_t length, ptrdiff_t width, float factor,
        float *context, ptrdiff_t context_stride, float *scratch);
} row_kernels;

/* Those of the newest generation that runs here. */
const row_kernels *row_kernels_newest(void);

/* Those of `portable`, `avx2` or `avx512`; NULL where that generation does not run. */
const row_kernels *_Nullable row_kernels_of(const char *generation);

ptrdiff_t row_product_scratch(ptrdiff_t depth);
ptrdiff_t row_attention_scratch(ptrdiff_t length, ptrdiff_t width);

#pragma clang assume_nonnull end

#endif
