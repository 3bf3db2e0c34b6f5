"""The model file `newsgraph-en.model`: written by `quantize.py`, read here and in Swift.

Layout: `NGMODEL1`, the header's length (little-endian UInt64), the header (JSON), zeros up to a
multiple of 64, the payload. Offsets of tensors count from the start of the payload and are multiples
of 64. README.md describes the tensors.
"""

import hashlib
import json
import os
import struct

import numpy as np
import torch

from network import ARC, LABEL, ROLE, MIXES, SIZES, Network
from pieces import MAXIMUM_PIECES

MAGIC = b"NGMODEL1"
FORMAT = 2
ALIGNMENT = 64
LINEAR_LIMIT, TABLE_LIMIT = 63, 127
"""Linear weights keep to 7 bits, so that sums of two byte products fit 16 bits on any processor."""

SIZE = SIZES["minilm"]
CONFIG = dict(layers=SIZE.layers, hidden=SIZE.hidden, heads=SIZE.heads, ffn=SIZE.ffn,
              positions=SIZE.positions, arc=ARC, label=LABEL, role=ROLE, maxPieces=MAXIMUM_PIECES,
              layerNormEpsilon=SIZE.epsilon)

LINEAR = {"upos": "upos", "xpos": "xpos", "feats": "feats", "lemma": "lemma", "entity": "entity",
          "arc.head": "arc_head", "arc.dependent": "arc_dependent", "label.head": "label_head",
          "label.dependent": "label_dependent", "predicate.hidden": "predicate_hidden",
          "predicate.out": "predicate_out", "role.predicate": "role_predicate",
          "role.argument": "role_argument"}
TABLES = {"embed.word": "word.weight", "embed.position": "position.weight",
          "arc.bilinear": "arc_bilinear", "label.bilinear": "label_bilinear",
          "role.bilinear": "role_bilinear"}
FLOATS = {"embed.shape": "shape.weight", "embed.mode": "mode.weight",
          "embed.norm.weight": "norm.weight", "embed.norm.bias": "norm.bias",
          "role.class": "role_class.weight", "role.distance": "role_distance",
          "role.arc": "role_arc"}
for _n in range(SIZE.layers):
    for _part in ("qkv", "out", "up", "down"):
        LINEAR[f"layer.{_n}.{_part}"] = f"layers.{_n}.{_part}"
    for _norm in ("norm1", "norm2"):
        for _part in ("weight", "bias"):
            FLOATS[f"layer.{_n}.{_norm}.{_part}"] = f"layers.{_n}.{_norm}.{_part}"


class Payload:
    """Collects tensors at aligned offsets."""

    def __init__(self):
        self.bytes = bytearray()
        self.tensors = {}

    def add(self, name, kind, array, scale=None):
        self.bytes += bytes(-len(self.bytes) % ALIGNMENT)
        self.tensors[name] = dict(type=kind, shape=list(array.shape), offset=len(self.bytes))
        if scale:
            self.tensors[name]["scale"] = scale
        self.bytes += array.tobytes()

    def add_integers(self, name, weight, limit, scale_name):
        rows = weight.reshape(-1, weight.shape[-1]).numpy().astype(np.float32)
        scale = (np.abs(rows).max(1).clip(1e-12) / limit).astype(np.float32)
        self.add(name, "i8", np.rint(rows / scale[:, None]).astype(np.int8), scale_name)
        self.add(scale_name, "f32", scale)

    def add_text(self, name, text):
        self.add(name, "u8", np.frombuffer(text.encode("utf8"), np.uint8))


def write_model(path, state, labels, pieces, priors, description):
    """Quantises the weights of `state` and writes the file with `priors` (name → text); `description`
    goes into the header."""
    payload = Payload()
    payload.add_text("vocab", "\n".join(pieces))
    for name, key in TABLES.items():
        payload.add_integers(name, state[key], TABLE_LIMIT, name + ".scale")
    for name, key in LINEAR.items():
        payload.add_integers(
            name + ".weight", state[key + ".weight"], LINEAR_LIMIT, name + ".scale")
        payload.add(name + ".bias", "f32", state[key + ".bias"].numpy())
    for name, key in FLOATS.items():
        payload.add(name, "f32", state[key].numpy())
    for name, row in zip(MIXES, torch.softmax(state["mix"], -1)):
        payload.add("mix." + name, "f32", row.numpy())
    for name, text in priors.items():
        payload.add_text(name, text)
    header = dict(format=FORMAT, **description, config=CONFIG, labels=labels,
                  payloadLength=len(payload.bytes),
                  sha256=hashlib.sha256(payload.bytes).hexdigest(), tensors=payload.tensors)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf8")
    start = MAGIC + struct.pack("<Q", len(text)) + text
    with open(path + ".new", "wb") as out:
        out.write(start + bytes(-len(start) % ALIGNMENT) + payload.bytes)
    os.replace(path + ".new", path)


class ModelFile:
    """A model file: its header and tensors."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        if data[:8] != MAGIC:
            raise ValueError(f"{path}: not a newsgraph model")
        length, = struct.unpack("<Q", data[8:16])
        self.header = json.loads(data[16:16 + length])
        if self.header["format"] != FORMAT:
            raise ValueError(f"{path}: format {self.header['format']}, this code reads {FORMAT}")
        start = 16 + length + -(16 + length) % ALIGNMENT
        self.payload = data[start:]
        if len(self.payload) != self.header["payloadLength"]:
            raise ValueError(f"{path}: cut off")
        if hashlib.sha256(self.payload).hexdigest() != self.header["sha256"]:
            raise ValueError(f"{path}: damaged")

    def array(self, name):
        """A tensor as stored; integers with a scale come multiplied with it."""
        t = self.header["tensors"][name]
        kind = dict(i8=np.int8, f32=np.float32, u8=np.uint8)[t["type"]]
        values = np.frombuffer(
            self.payload, kind, int(np.prod(t["shape"])), t["offset"]).reshape(t["shape"])
        if "scale" in t:
            return values.astype(np.float32) * self.array(t["scale"])[:, None]
        return values

    def text(self, name):
        return self.array(name).tobytes().decode("utf8")

    def network(self):
        """The network with the weights of the file."""
        pieces = self.text("vocab").split("\n")
        network = Network(self.header["labels"], len(pieces))
        state = network.state_dict()
        values = {key: self.array(name) for name, key in (TABLES | FLOATS).items()}
        for name, key in LINEAR.items():
            values[key + ".weight"] = self.array(name + ".weight")
            values[key + ".bias"] = self.array(name + ".bias")
        values["mix"] = np.log(np.stack([self.array("mix." + m) for m in MIXES]))
        network.load_state_dict(
            {k: torch.from_numpy(values[k].copy()).reshape(v.shape) for k, v in state.items()})
        return network.eval()
