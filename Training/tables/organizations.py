"""Well-known organizations under all their names, from WordNet's synonyms and acronyms."""
import re

import wordnet

ORGANIZATION = {"08008335", "08294696", "08378555", "08392137"}
# International bodies whose names WordNet lacks or gives otherwise: by hand, from the bodies' own names.
ALSO = {"United Nations": ["U.N.", "U.N", "UN"], "European Union": ["EU", "E.U.", "E.U"], "NATO": ["North Atlantic Treaty Organization", "North Atlantic Treaty Organisation", "Nato"],
        "African Union": ["AU"], "International Criminal Court": ["ICC"], "World Health Organization": ["WHO", "World Health Organisation"],
        "International Monetary Fund": ["IMF"], "International Atomic Energy Agency": ["IAEA"], "UN Security Council": ["UNSC", "United Nations Security Council"],
        "UN General Assembly": ["UNGA", "United Nations General Assembly"], "UNHCR": ["United Nations High Commissioner for Refugees", "UN Refugee Agency"],
        "World Trade Organization": ["WTO", "World Trade Organisation"], "European Central Bank": ["ECB"], "Islamic State": ["ISIS", "ISIL", "Daesh", "Islamic State of Iraq and the Levant", "Islamic State of Iraq and Syria"],
        "Organization for Security and Co-operation in Europe": ["OSCE"], "Gulf Cooperation Council": ["GCC"], "Arab League": ["League of Arab States"],
        "International Committee of the Red Cross": ["ICRC"], "Médecins Sans Frontières": ["MSF", "Doctors Without Borders"], "Shanghai Cooperation Organisation": ["SCO"],
        "Agence France-Presse": ["AFP"], "Associated Press": ["AP"], "OPEC": ["Organization of the Petroleum Exporting Countries"], "ASEAN": ["Association of Southeast Asian Nations", "Asean"],
        "UNICEF": ["United Nations Children's Fund", "Unicef"], "UNESCO": ["Unesco"], "Pentagon": ["US Department of Defense", "U.S. Department of Defense"],
        "Palestine Liberation Organization": ["PLO"], "Pakistan People's Party": ["PPP"]}
# Acronyms that are more often something else in news, or words.
NOT = {"IT", "WHO" , "IDA", "EC", "ACE", "CE", "AI", "PA", "Union", "North", "Army", "Navy", "Coast Guard", "State", "Treasury", "Interior", "Labor", "Commerce", "Europe"}


def rows():
    """(surface, canonical name) for names of organizations that have an acronym."""
    synsets, found = wordnet.read("noun"), {}
    for name, others in ALSO.items():
        for other in [name, *others]:
            found[other] = name
    for offset, synset in sorted(synsets.items()):
        if not ORGANIZATION & set(wordnet.closure(synsets, offset)) or not synset.related("@i", "@"):
            continue
        acronyms = [w for w in synset.words if re.fullmatch(r"[A-Z]{3,6}", w)]
        names = [w for w in synset.words if len(w.split()) > 1 and all(p[0].isupper() or p in ("of", "for", "and", "the", "on", "in") for p in w.split())]
        if not acronyms or not names:
            continue
        canonical = next((found[w] for w in [*names, *acronyms] if w in found), names[0])
        for word in [*names, *acronyms]:
            if word not in NOT:
                found.setdefault(word, canonical)
    return sorted(found.items())
