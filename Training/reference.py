"""Writes the fixture that the Swift side is compared with: analyses of sentences written for it.

    python reference.py newsgraph-en.model ../Tests/TextAnalysisTests/Fixtures/reference.json

`integers` is the analysis with quantised activations, as shipped; `floats` with the same weights in
fp32. Words count from 1, head 0 is the root. `scores` are the raw scores before decoding, row 0 the
root; a score that is ruled out (the diagonal of `arc`) is null.
"""

import argparse
import json

import torch

from batching import collate
from corpora import Sentence
from evaluate import analyse, encode, load
from network import simulate_integers

SENTENCES = """\
Lithuania signed a defence agreement with Norway on Tuesday .
The central bank said on Thursday that it would not raise interest rates before the spring .
Talks .
OPPOSITION LEADER ARRESTED AFTER PROTESTS IN HARBOUR CITY
Minister Quits Over Leaked Letter to Steel Company
police arrest three men after bank robbery in leeds
“ We did not attack the convoy , ” Colonel Amara Diallo told reporters in Bamako .
Ms. Petrova , a former judge who was born in Sofia , has been appointed head of the agency by President Ilić .
The company was not accused of bribing officials , but its chairman was .
Did the rebels shell the hospital ?
According to a spokesman for Médecins Sans Frontières , at least 43 people were killed and more than 200 wounded .
The European Commission 's investigation of Gazelka ’s takeover of NordPost ended without a fine .
He gave the inspectors access to the plant , promised further talks and then flew to Geneva to meet Mr. Okafor .
Zhang Wei ( 张伟 ) wrote : 🎉 We won ! ! !
Shares in Bellweather-Ångström AB fell 3.5 % to €12.40 , their lowest since 1998 .
Protesters who had been blocking the bridge threw stones at police , who fired tear gas .
Iran , Russia and Turkey urged all sides to respect the ceasefire that was agreed in Astana last month .
There were no casualties .
Kenya 's attack on the camp and its refusal to negotiate drew criticism from the African Union .
The senator denied that he had taken money from the lobby group .
After losing the election , the prime minister resigned , making way for her deputy , Jonas Lindqvist .
It is unclear whether the pilots were warned about the storm before take-off .
www.example.org/news?id=17 reported the strike at 05:30 GMT : see @port_watch #strike .
Pneumonoultramicroscopicsilicovolcanoconiosis is rarely diagnosed .
U.S. officials made a decision to send F-16s to the Baltic states .
While the foreign ministers of the seven countries , who had arrived in Lisbon late on Sunday evening and \
had spent most of the following day arguing behind closed doors about the wording of a joint statement , \
insisted that no final decision had been taken , several diplomats who asked not to be named because they \
were not authorised to speak to the press said that the alliance would send two ships and a field hospital \
to the island within a week , that Portugal and Denmark had offered to pay for fuel , food and medicine , \
that a team of engineers from Ghent would repair the water works which were damaged by the earthquake in March , \
and that the United Nations would be asked to take over the mission before the end of the year .
""".splitlines()
WITH_SCORES = (0, 2, 3)


def analyses(network, labels, items, priors):
    """Analyses in the fixture's form, with scores of the sentences `WITH_SCORES`."""
    result = []
    for i, (item, a) in enumerate(zip(items, analyse(network, items, labels, priors))):
        found = dict(
            upos=a["upos"], xpos=a["xpos"], feats=a["feats"], lemmas=a["lemmas"],
            heads=a["heads"], relations=a["relations"], entities=a["entities"],
            predicates=[dict(token=t, **{"class": kind},
                             arguments=[dict(word=w, role=r) for w, r in sorted(roles.items())])
                        for t, (kind, roles) in sorted(a["predicates"].items())])
        if i in WITH_SCORES:
            with torch.no_grad():
                output = network(collate([item]))
            found["scores"] = dict(upos=rounded(output["upos"][0]), arc=rounded(output["arc"][0]))
        result.append(found)
    return result


def rounded(scores):
    return [[round(x, 4) if x > -1e8 else None for x in row] for row in scores.tolist()]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("fixture")
    a = parser.parse_args()
    torch.set_num_threads(1)
    network, labels, pieces, priors = load(a.model)
    items = encode([Sentence(words=s.split(), source="reference") for s in SENTENCES],
                   labels, pieces)
    simulate_integers(weights=False, activations=True)
    integers = analyses(network, labels, items, priors)
    simulate_integers(weights=False, activations=False)
    floats = analyses(network, labels, items, priors)
    sentences = [
        dict(words=e["words"], pieces=[pieces.word(w) for w in e["words"]],
             shapes=[e["shapes"][f] for f in e["first"][1:]], mode=e["mode"], integers=i, floats=f)
        for e, i, f in zip(items, integers, floats)]
    with open(a.fixture, "w", encoding="utf8") as file:
        file.write('{"sentences":[\n')
        file.write(",\n".join(
            json.dumps(s, ensure_ascii=False, separators=(",", ":")) for s in sentences))
        file.write("\n]}\n")


if __name__ == "__main__":
    main()
