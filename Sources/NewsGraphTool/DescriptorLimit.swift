import Glibc

/// How many files, connections among them, this process may have open.
enum DescriptorLimit {
    /// Takes as many as the system lets a process take by itself: servers need one for each connection.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
