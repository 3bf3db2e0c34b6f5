#ifndef KERNELS_H
#define KERNELS_H

#include <math.h>
#include <string.h>

#include "RowKernels.h"

#ifndef __clang__
#error "these files count on clang's vectors and its pragmas for targets and contraction"
#endif

/* Floats that are handled at once. */
enum { WIDTH = 16 };

#define HIDDEN __attribute__((visibility("hidden")))

extern HIDDEN const row_kernels portable_kernels;
#if defined(__x86_64__)
extern HIDDEN const row_kernels avx2_kernels;
extern HIDDEN const row_kernels avx512_kernels;
#endif

#endif
