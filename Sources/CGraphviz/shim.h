#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H
#include <graphviz/gvc.h>      /* pulls in cgraph.h; quotes inside resolve in the same directory */

/* Agdirected & co are mutable C globals: Swift 6 refuses them ("not concurrency-safe").
   By-value accessors keep the call site clean and need no @preconcurrency import. */
static inline Agdesc_t newsgraph_directed(void)         { return Agdirected; }
static inline Agdesc_t newsgraph_strict_directed(void)  { return Agstrictdirected; }
static inline Agdesc_t newsgraph_undirected(void)       { return Agundirected; }
#endif
