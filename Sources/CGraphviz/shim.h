#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H
#include <graphviz/gvc.h>      /* pulls in cgraph.h; quotes inside resolve in the same directory */
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_device.h>

/* Macros over the records of a laid-out graph, which Swift cannot import. Valid between gvLayout and gvFreeLayout. */

/* Width and height of the drawing in points, without its padding. */
static inline double newsgraph_layout_width(Agraph_t *g)  { return GD_bb(g).UR.x - GD_bb(g).LL.x; }
static inline double newsgraph_layout_height(Agraph_t *g) { return GD_bb(g).UR.y - GD_bb(g).LL.y; }

/* A node's box in points from the upper left corner of the drawing without its padding. */
typedef struct { double left, top, width, height; } newsgraph_box;

static inline newsgraph_box newsgraph_node_box(Agraph_t *g, Agnode_t *n) {
  newsgraph_box box = { ND_coord(n).x - ND_lw(n) - GD_bb(g).LL.x, GD_bb(g).UR.y - ND_coord(n).y - ND_ht(n) / 2,
                        ND_lw(n) + ND_rw(n), ND_ht(n) };
  return box;
}

/* agget takes names that it does not change as `char *`. NULL when nothing in the graph has the attribute. */
static inline const char *newsgraph_attribute(void *object, const char *name) { return agget(object, (char *)name); }

/* A device for gvRenderContext that draws into the caller's cairo context and nowhere else. The library's own devices of that
   renderer finish the surface after one page (pdf) or write a file to standard output (png). */
#define NEWSGRAPH_CONTEXT_DEVICE "newsgraph:cairo:newsgraph"

static inline void newsgraph_no_output(GVJ_t *job) { (void)job; }

static inline void newsgraph_add_context_device(GVC_t *context) {
  static gvdevice_engine_t engine = { newsgraph_no_output, newsgraph_no_output, newsgraph_no_output };
  static gvdevice_features_t features = { GVDEVICE_DOES_TRUECOLOR, { 0, 0 }, { 0, 0 }, { 72, 72 } };
  static gvplugin_installed_t devices[] = { { 0, "newsgraph:cairo", 1, &engine, &features }, { 0, NULL, 0, NULL, NULL } };
  static gvplugin_api_t apis[] = { { API_device, devices }, { (api_t)0, NULL } };
  static gvplugin_library_t library = { "newsgraph", apis };
  gvAddLibrary(context, &library);
}
#endif
