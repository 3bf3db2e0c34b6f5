import GraphStore
import Hummingbird

/// `/figure`: see ``FigurePage``.
struct FigureRoutes: RouteGroup {
    let services: ExplorerServices

    func add(to router: Router<ExplorerContext>) {
        router.page("figure", services) { fields in
            let isFragment = fields["part"] == "figure"
            let arrangement = Arrangement.all.first { $0.value == fields[Arrangement.field] ?? "" }
            var view = try GraphView(fields)
            if fields[Arrangement.field] != nil, let arrangement {
                view.cluster = arrangement.cluster
                view.timeline = arrangement.timeline
            }
            // What a form sends has empty fields; the address that stays is short.
            if !isFragment, fields.isFromForm { return .leading(to: PageAddress.figure(view)) }
            let (figure, statistics) = try await services.read { [view] store in
                (try GraphFigure(view, in: store, relationLabels: services.relationLabels), try store.statistics())
            }
            let part = try await FigurePart(figure, view: view, in: services.figures)
            if isFragment { return .html(PageTemplates.text(of: "figure-fragment", for: FigureFragment(figure: part))) }
            return FigurePage(view, figure, part, statistics: statistics, services: services).response()
        }
    }
}

extension FormFields {
    /// Whether a field is there that is not needed: forms send them all.
    fileprivate var isFromForm: Bool { fields.contains { $0.value.isEmpty || $0.name == Arrangement.field } }
}
