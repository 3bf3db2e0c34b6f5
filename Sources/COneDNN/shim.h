#ifndef NEWSGRAPH_ONEDNN_SHIM_H
#define NEWSGRAPH_ONEDNN_SHIM_H
#include <oneapi/dnnl/dnnl.h>
#endif
