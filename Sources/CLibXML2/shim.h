#ifndef NEWSGRAPH_LIBXML2_SHIM_H
#define NEWSGRAPH_LIBXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#endif
