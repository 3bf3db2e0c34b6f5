#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H
#include <stdbool.h>
#include <graphviz/gvc.h>      /* pulls in cgraph.h; quotes inside resolve in the same directory */

/* Macros over the records of a laid-out graph, which Swift cannot import. Valid between gvLayout and gvFreeLayout. */

/* Width and height of the drawing in points, without its padding. */
static inline double newsgraph_layout_width(Agraph_t *g)  { return GD_bb(g).UR.x - GD_bb(g).LL.x; }
static inline double newsgraph_layout_height(Agraph_t *g) { return GD_bb(g).UR.y - GD_bb(g).LL.y; }

static inline void newsgraph_set_layout_size(Agraph_t *g, double width, double height) {
  GD_bb(g).UR.x = GD_bb(g).LL.x + width;
  GD_bb(g).UR.y = GD_bb(g).LL.y + height;
}

/* Dots per inch of the raster to come. Setting the attribute `dpi` in the text would scale SVG and PDF too. */
static inline void newsgraph_set_dpi(Agraph_t *g, double dpi) { GD_drawing(g)->dpi = dpi; }

/* Whether the text gives the picture a size of its own. */
static inline bool newsgraph_has_viewport(Agraph_t *g) {
  const char *viewport = agget(g, (char *)"viewport");
  return viewport && *viewport;
}
#endif
