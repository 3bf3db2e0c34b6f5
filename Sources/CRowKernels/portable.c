#include "kernels.h"

#define KERNEL(name) portable_##name
#include "rows.inc"
