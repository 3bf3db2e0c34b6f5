/// Closed lists of English spelling that tokenisation needs: what the dot, the hyphen and the apostrophe belong to.
///
/// Counted on the train parts of UD English EWT and GUM, and completed where a list is closed (months, ranks, units).
enum EnglishSpelling {
    /// Titles and other words that stand before a name or number: their dot never ends a sentence.
    static let titles: Set<ShortWord> = [
        "mr", "mrs", "ms", "mx", "messrs", "dr", "drs", "prof", "rev", "fr", "hon", "st", "ste", "mt", "ft", "gen", "lt", "col", "maj",
        "cmdr",
        "capt",
        "cpl", "sgt", "adm", "brig", "pvt", "det", "insp", "supt", "sen", "sens", "rep", "reps", "gov", "govs", "pres", "amb", "atty",
        "mlle",
        "mme", "vs", "viz", "eg", "approx", "ca", "cf", "esp", "incl", "attn", "tel", "pfc", "spc", "ens", "cllr", "fax", "mob", "ext",
    ]

    /// Abbreviations that can end a sentence as well: it does when a word follows that usually begins one.
    static let abbreviations: Set<ShortWord> = [
        "inc", "corp", "ltd", "co", "cos", "bros", "plc", "llc", "llp", "pty", "mfg", "jr", "sr", "esq", "phd", "etc", "al", "et", "dept",
        "assn",
        "assoc", "ave", "blvd", "rd", "bldg", "hwy", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
        "thur",
        "thurs", "fri", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "kan", "ky", "md", "mich", "minn", "mo",
        "mont",
        "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "ont", "que", "lb", "lbs", "oz", "yr", "yrs",
        "hr",
        "hrs", "mins", "secs", "min", "est", "intl", "natl", "govt", "univ", "acad", "sci", "ed", "eds", "vol", "vols", "ch", "pp", "trans",
        "ps",
    ]

    /// Abbreviations only before a number ("No. 10", "p. 4", "Art. 5", "Fig. 2"), or, as `mar` and `jun`, before a day of the month.
    static let beforeNumbers: Set<ShortWord> = [
        "no", "nos", "art", "arts", "fig", "figs", "sec", "par", "para", "p", "c", "b", "d", "mar", "apr", "jun", "jul", "sat", "sun",
        "reg", "res",
    ]

    /// Prefixes that stay with their word across a hyphen ("anti-ship", "pre-war"): all other hyphens stand alone in EWT and GUM.
    static let prefixes: Set<ShortWord> = [
        "anti", "arch", "auto", "bi", "co", "counter", "cross", "crypto", "cyber", "de", "di", "e", "ex", "extra", "geo", "hyper", "infra",
        "inter",
        "intra", "macro", "mega", "micro", "mid", "mini", "mis", "mono", "multi", "neo", "neuro", "non", "over", "pan", "para", "poly",
        "post",
        "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super", "supra", "trans", "tri", "ultra", "un",
        "uni",
    ]

    /// Units written onto a number: "10pm", "$4.5m", "40km" are two tokens.
    static let units: Set<ShortWord> = [
        "am", "pm", "a.m", "p.m", "k", "m", "mn", "mln", "bn", "bln", "tn", "trn", "mm", "cm", "km", "kms", "kg", "kgs", "lb", "lbs", "oz",
        "ft",
        "mph", "kph", "kmh", "hz", "khz", "mhz", "ghz", "kw", "mw", "gw", "kwh", "mwh", "gwh", "kb", "mb", "gb", "tb", "min", "mins", "hr",
        "hrs",
        "yrs", "million", "billion", "trillion", "percent", "pct", "hh", "x", "days", "years",
    ]

    /// Letters that make a number an ordinal or a decade.
    static let numberEndings: Set<ShortWord> = ["st", "nd", "rd", "th", "s", "d"]

    /// Forms without apostrophe that are two words; the value is the length of the first.
    static let fused: [ShortWord: Int] = [
        "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4,
        "havent": 4, "hasnt": 3, "hadnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "wont": 2, "cant": 2, "ive": 1, "youve": 3,
        "youre": 3,
        "theyre": 4, "thats": 4, "whats": 4, "theres": 5, "youll": 3, "theyll": 4, "aint": 2,
    ]

    /// What follows the apostrophe of a clitic, apart from the t of "n't".
    static let clitics: Set<ShortWord> = ["s", "m", "re", "ve", "ll", "d"]

    /// Words that begin with an apostrophe of their own.
    static let clipped: Set<ShortWord> = ["em", "cause", "cuz", "til", "till", "n", "tis", "twas", "bout", "nt"]

    /// Last labels of host names and file names: "example.com", "report.pdf"; those that are English words are left out.
    static let domainEndings: Set<ShortWord> = [
        "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "tv", "io", "eu", "uk", "ru", "ua", "de", "fr", "es", "nl",
        "pl", "ch", "se", "jp", "cn", "il", "ir", "tr", "au", "nz", "ca", "br", "za", "kr", "doc", "docx", "pdf", "xls",
        "xlsx",
        "txt", "htm", "html", "jpg", "jpeg", "png", "gif", "zip", "ppt", "csv", "url",
    ]

    /// Function words that begin sentences: after an abbreviation with a dot, one in capitals begins a new sentence.
    static let starters: Set<ShortWord> = [
        "the", "a", "an", "this", "that", "these", "those", "there", "here", "it", "its", "he", "she", "they", "we", "you", "i", "his",
        "her", "their",
        "our", "my", "your", "in", "on", "at", "by", "for", "from", "with", "without", "after", "before", "during", "since", "until",
        "under", "over",
        "as", "if", "when", "while", "although", "though", "because", "but", "and", "or", "so", "yet", "however", "meanwhile", "also",
        "then", "now",
        "not", "no", "some", "many", "most", "all", "both", "each", "other", "another", "what", "who", "where", "why", "how", "which",
        "asked",
        "according", "despite", "among", "between", "last", "earlier", "later", "once", "such", "to", "one", "two", "three", "several",
        "only",
        "even", "still", "just", "please", "nobody", "everyone", "thus", "therefore", "moreover", "instead", "about",
    ]

    /// Verbs that tell who spoke, behind a quotation.
    static let speechVerbs: Set<ShortWord> = [
        "said", "says", "say", "asked", "asks", "ask", "added", "replied", "answered", "cried", "shouted", "told", "wondered", "wrote",
        "demanded",
        "whispered", "exclaimed", "inquired", "repeated", "continued", "declared",
    ]
}
