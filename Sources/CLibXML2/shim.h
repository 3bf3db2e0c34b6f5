#ifndef NEWSGRAPH_LIBXML2_SHIM_H
#define NEWSGRAPH_LIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* With ICU switched on, libxml2's headers include ICU's, which collide with the ICU inside Foundation. Only the private end of
   xmlCharEncodingHandler, which nobody here touches, differs. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#endif
