"""Builds Sources/TextAnalysis/Resources/word-forms.tsv from WordNet's database files (Debian: wordnet-base).

    python word_forms.py /usr/share/wordnet > ../Sources/TextAnalysis/Resources/word-forms.tsv
"""
import os
import re
import sys

HEADER = """\
# Base forms of English verbs, and the lemmas of irregular verb forms and plurals.
# Columns: form, verb lemma, noun lemma, "v" when the form is the base form of a verb. Sorted by the bytes of the form.
# From WordNet 3.0, Copyright 2006 by Princeton University; its licence allows use, copying and modification with this notice.
# Built by Training/word_forms.py.
"""


def main():
    folder = sys.argv[1]
    rows = {}

    def row(form):
        return rows.setdefault(form, ["", "", ""])

    with open(os.path.join(folder, "index.verb"), encoding="utf-8") as file:
        for line in file:
            word = line.split(" ")[0]
            if re.fullmatch(r"[a-z][a-z-]*", word):
                row(word)[2] = "v"
    for name, column in ("verb.exc", 0), ("noun.exc", 1):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for line in file:
                form, *lemmas = line.split()
                if re.fullmatch(r"[a-z-]+", form) and lemmas and re.fullmatch(r"[a-z-]+", lemmas[0]) and lemmas[0] != form:
                    row(form)[column] = lemmas[0]
    sys.stdout.write(HEADER)
    for form in sorted(rows):
        sys.stdout.write("\t".join([form, *rows[form]]) + "\n")


main()
