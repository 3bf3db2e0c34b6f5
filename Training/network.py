"""The network: MiniLM encoder with case features and one head for each layer of analysis.

Every linear layer can simulate the arithmetic of the shipped file (`simulate_integers`): weights in
7 bits with a scale per row, activations in unsigned 8 bits per word. Gradients pass straight through.
"""

import os

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

from pieces import ENCODER

HIDDEN, HEADS, FFN, LAYERS, POSITIONS = 384, 12, 1536, 6, 512
ARC, LABEL, ROLE = 256, 128, 160
FARTHEST = 16
"""Distances between predicate and argument are clamped to ±16 words."""
LOWEST_ARC = -8.0
MIXES = ("tags", "parse", "entity", "predicate", "argument")


class Precision:
    """What linear layers simulate; set by `simulate_integers`."""

    weights = False
    activations = False


def simulate_integers(weights=True, activations=True):
    Precision.weights, Precision.activations = weights, activations


def rounded_rows(weight, largest):
    """`weight` as `-largest…largest` times a scale for each row of the last dimension."""
    scale = weight.abs().amax(-1, keepdim=True).clamp_min(1e-12) / largest
    return weight + ((weight / scale).round() * scale - weight).detach()


def rounded_activations(x):
    """Each row of `x` in 256 steps from its least to its greatest value."""
    low, high = x.amin(-1, keepdim=True), x.amax(-1, keepdim=True)
    scale = ((high - low) / 255).clamp_min(1e-12)
    return x + (low + ((x - low) / scale).round() * scale - x).detach()


class Linear(nn.Linear):
    def forward(self, x):
        weight = rounded_rows(self.weight, 63) if Precision.weights else self.weight
        return F.linear(rounded_activations(x) if Precision.activations else x, weight, self.bias)


def table(weight):
    """An embedding or bilinear tensor as stored: 8 bits, a scale per row."""
    return rounded_rows(weight, 127) if Precision.weights else weight


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = Linear(HIDDEN, 3 * HIDDEN)
        self.out = Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, 1e-12)
        self.up = Linear(HIDDEN, FFN)
        self.down = Linear(FFN, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, 1e-12)
        self.dropout = dropout

    def forward(self, x, mask):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(batch, length, HIDDEN))
        x = self.norm1(x + F.dropout(a, self.dropout, self.training))
        x_ffn = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(x_ffn, self.dropout, self.training))


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """All tasks on one encoder. `labels`: name → list, as in the model file's header."""

    def __init__(self, labels, vocabulary, dropout=0.1):
        super().__init__()
        self.dropout = dropout
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.word.weight.requires_grad_(False)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.shape = nn.Embedding(24, HIDDEN)
        self.mode = nn.Embedding(4, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])
        self.mix = nn.Parameter(torch.zeros(len(MIXES), LAYERS + 1))
        with torch.no_grad():
            self.mix[:3, -1] = 2.0
            self.mix[3:, -1] = 1.5
            self.mix[3:, -2] = 1.0
        self.upos, self.xpos, self.feats, self.lemma, self.entity = (
            Linear(HIDDEN, len(labels[k])) for k in ("upos", "xpos", "feats", "lemmaRule", "entity"))
        self.arc_head, self.arc_dependent = Linear(HIDDEN, ARC), Linear(HIDDEN, ARC)
        self.label_head, self.label_dependent = Linear(HIDDEN, LABEL), Linear(HIDDEN, LABEL)
        self.arc_bilinear = nn.Parameter(torch.randn(ARC + 1, ARC) * (0.5 / ARC ** 0.5))
        self.label_bilinear = nn.Parameter(
            torch.randn(len(labels["deprel"]), LABEL + 1, LABEL + 1) * 0.02)
        classes, roles = len(labels["predicate"]), len(labels["role"])
        self.predicate_hidden, self.predicate_out = Linear(HIDDEN, 128), Linear(128, classes)
        self.role_predicate, self.role_argument = Linear(HIDDEN, ROLE), Linear(HIDDEN, ROLE)
        self.role_class = nn.Embedding(classes, HIDDEN)
        self.role_bilinear = nn.Parameter(torch.randn(roles, ROLE + 1, ROLE + 1) * (0.5 / ROLE))
        self.role_distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1, roles))
        self.role_arc = nn.Parameter(torch.zeros(roles, 2))
        for embedding in (self.shape, self.mode, self.role_class):
            nn.init.normal_(embedding.weight, std=0.02)

    def weights(self):
        """The state without the word embeddings, which stay as pretrained."""
        return {k: v for k, v in self.state_dict().items() if k != "word.weight"}

    def load_weights(self, weights, original):
        """Loads what `weights()` gave, and the word embeddings of the pretrained encoder."""
        self.load_encoder(original)
        self.load_state_dict(weights | {"word.weight": self.word.weight})

    @torch.no_grad()
    def load_encoder(self, original):
        """Copies the pretrained encoder; `original` numbers the kept word pieces in it."""
        w = load_file(os.path.join(ENCODER, "model.safetensors"))
        prefix = "" if "embeddings.word_embeddings.weight" in w else "bert."
        get = lambda name: w[prefix + name]
        self.word.weight.copy_(get("embeddings.word_embeddings.weight")[original])
        self.position.weight.copy_(get("embeddings.position_embeddings.weight")
                                   + get("embeddings.token_type_embeddings.weight")[0])
        self.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
        self.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).copy_(torch.cat(
                    [get(f"{at}attention.self.{x}.{part}") for x in ("query", "key", "value")]))
                for module, name in ((layer.out, "attention.output.dense"),
                                     (layer.norm1, "attention.output.LayerNorm"),
                                     (layer.up, "intermediate.dense"),
                                     (layer.down, "output.dense"),
                                     (layer.norm2, "output.LayerNorm")):
                    getattr(module, part).copy_(get(f"{at}{name}.{part}"))

    def words(self, batch):
        """A vector for each word (place 0 is the root) and mix: `[mix, sentence, word, 384]`."""
        ids = batch["ids"]
        x = table(self.word(ids)) + table(self.position.weight[:ids.shape[1]])
        x = x + self.shape(batch["shapes"]) + self.mode(batch["mode"])[:, None]
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = None if batch["mask"].all() else batch["mask"][:, None, None, :]
        first = batch["first"][:, :, None].expand(-1, -1, HIDDEN)
        states = [x.gather(1, first)]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x.gather(1, first))
        return torch.einsum("tk,kbnd->tbnd", torch.softmax(self.mix, -1), torch.stack(states))

    def forward(self, batch):
        """Scores of everything that needs no decision first. `arc` is `[sentence, dependent, head]`."""
        z = F.dropout(self.words(batch), self.dropout, self.training)
        tags, parse, entity, predicate, argument = z
        bend = lambda x: F.dropout(F.gelu(x), 0.2, self.training)
        head, dependent = bend(self.arc_head(parse)), bend(self.arc_dependent(parse))
        arc = with_one(dependent) @ table(self.arc_bilinear) @ head.transpose(1, 2)
        arc = arc.masked_fill(~batch["present"][:, None, :], -1e9)
        return dict(
            upos=self.upos(tags), xpos=self.xpos(tags), feats=self.feats(tags),
            lemmaRule=self.lemma(tags), entity=self.entity(entity),
            arc=arc - torch.eye(arc.shape[1])[None] * 1e9,
            label_head=bend(self.label_head(parse)),
            label_dependent=bend(self.label_dependent(parse)),
            predicate=self.predicate_out(bend(self.predicate_hidden(predicate))),
            argument=argument)

    def labels_of(self, head, dependent):
        """Relation scores `[pair, relation]` of chosen arcs, from rows of `label_head/_dependent`."""
        head, dependent = with_one(head), with_one(dependent)
        weight = table(self.label_bilinear)
        rows = dependent @ weight.permute(1, 0, 2).reshape(LABEL + 1, -1)
        return (rows.view(len(head), len(weight), -1) * head[:, None]).sum(-1)

    def roles_of(self, output, sentence, token, kind):
        """Role scores `[predicate, word, role]` of predicates at (`sentence`, `token`) of class `kind`."""
        z, arc = output["argument"], output["arc"]
        bend = lambda x: F.dropout(F.gelu(x), 0.25, self.training)
        predicate = bend(self.role_predicate(z[sentence, token] + self.role_class(kind)))
        argument = with_one(bend(self.role_argument(z)))[sentence]
        weight = table(self.role_bilinear)
        rows = with_one(predicate) @ weight.permute(1, 0, 2).reshape(ROLE + 1, -1)
        scores = torch.bmm(argument, rows.view(len(token), len(weight), -1).transpose(1, 2))
        distance = torch.arange(z.shape[1])[None] - token[:, None]
        scores = scores + F.embedding(
            distance.clamp(-FARTHEST, FARTHEST) + FARTHEST, self.role_distance)
        log_arc = torch.log_softmax(arc, -1).clamp_min(LOWEST_ARC).detach()
        governed = log_arc[sentence, :, :].gather(
            2, token[:, None, None].expand(-1, arc.shape[1], 1)).squeeze(2)
        governing = log_arc[sentence, token]
        return scores + torch.stack([governed, governing], -1) @ self.role_arc.t()
