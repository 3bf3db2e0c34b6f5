import HTTPTypes
import Hummingbird

/// `/assets/…`: the files that pages need, kept by browsers until they change.
struct AssetRoutes: RouteGroup {
    func add(to router: Router<ExplorerContext>) {
        for asset in Asset.all {
            router.get("assets/\(asset.name)") { request, _ in
                let tag = "\"\(asset.version)\""
                let isVersioned = FormFields(request.uri.query ?? "")["v"] == asset.version
                let caching = isVersioned ? "public, max-age=31536000, immutable" : "no-cache"
                if request.headers[.ifNoneMatch] == tag {
                    return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: caching])
                }
                return Response(
                    status: .ok, headers: [.contentType: asset.mediaType, .eTag: tag, .cacheControl: caching], body: .bytes(asset.bytes))
            }
        }
    }
}
