"""The network: a pretrained encoder with case features and one head for each layer of analysis.

Every linear layer can simulate the arithmetic of the shipped file (`simulate_integers`): weights in
7 bits with a scale per row, activations in unsigned 8 bits per word. Gradients pass straight through.
"""

import dataclasses
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

import pretrained

ARC, LABEL, ROLE = 256, 128, 160
FARTHEST = 16
"""Distances between predicate and argument are clamped to ±16 words."""
LOWEST_ARC = -8.0
BUCKETS, FARTHEST_BUCKET = 32, 128
"""MPNet's distances between pieces: so many kinds, all beyond the farthest being one."""
MIXES = ("tags", "parse", "entity", "predicate", "argument")


@dataclasses.dataclass(frozen=True)
class Size:
    """Sizes of an encoder. `relative`: attention scores have a bias by distance."""

    hidden: int
    heads: int
    ffn: int
    layers: int
    positions: int = 512
    epsilon: float = 1e-12
    relative: bool = False


SIZES = {
    "minilm": Size(hidden=384, heads=12, ffn=1536, layers=6),
    "mpnet": Size(hidden=768, heads=12, ffn=3072, layers=12, epsilon=1e-5, relative=True),
}
"""`minilm` is shipped; `mpnet` is its teacher."""


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


def rounded_activations(x, steps=255):
    """Each row of `x` in so many steps from its least to its greatest value."""
    low, high = x.amin(-1, keepdim=True), x.amax(-1, keepdim=True)
    scale = ((high - low) / steps).clamp_min(1e-12)
    return x + (low + ((x - low) / scale).round() * scale - x).detach()


class Linear(nn.Linear):
    def forward(self, x):
        weight = rounded_rows(self.weight, 63) if Precision.weights else self.weight
        return F.linear(rounded_activations(x) if Precision.activations else x, weight, self.bias)


def table(weight):
    """An embedding or bilinear tensor as stored: 8 bits, a scale per row."""
    return rounded_rows(weight, 127) if Precision.weights else weight


class Layer(nn.Module):
    def __init__(self, size, dropout):
        super().__init__()
        self.heads = size.heads
        self.qkv = Linear(size.hidden, 3 * size.hidden)
        self.out = Linear(size.hidden, size.hidden)
        self.norm1 = nn.LayerNorm(size.hidden, size.epsilon)
        self.up = Linear(size.hidden, size.ffn)
        self.down = Linear(size.ffn, size.hidden)
        self.norm2 = nn.LayerNorm(size.hidden, size.epsilon)
        self.dropout = dropout

    def forward(self, x, mask):
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(batch, length, hidden))
        x = self.norm1(x + F.dropout(a, self.dropout, self.training))
        x_ffn = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(x_ffn, self.dropout, self.training))


def distance_buckets(length):
    """The kind of distance from each piece (row) to each other, as MPNet numbers them."""
    place = torch.arange(length)
    distance = place[:, None] - place[None, :]
    half, near = BUCKETS // 2, BUCKETS // 4
    far = near + (torch.log(distance.abs().clamp_min(1) / near)
                  / math.log(FARTHEST_BUCKET / near) * (half - near)).long()
    size = torch.where(distance.abs() < near, distance.abs(), far.clamp_max(half - 1))
    return size + half * (distance < 0)


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """All tasks on one encoder, `encoder` of `SIZES`. `labels`: name → list, as in the model file's header."""

    def __init__(self, labels, vocabulary, dropout=0.1, encoder="minilm"):
        super().__init__()
        self.encoder, self.size, self.dropout = encoder, SIZES[encoder], dropout
        self.bfloat16 = False
        """Whether the encoder computes in bfloat16."""
        hidden = self.size.hidden
        self.word = nn.Embedding(vocabulary, hidden)
        self.word.weight.requires_grad_(False)
        self.position = nn.Embedding(self.size.positions, hidden)
        self.shape = nn.Embedding(24, hidden)
        self.mode = nn.Embedding(4, hidden)
        self.norm = nn.LayerNorm(hidden, self.size.epsilon)
        self.layers = nn.ModuleList([Layer(self.size, dropout) for _ in range(self.size.layers)])
        if self.size.relative:
            self.distance = nn.Embedding(BUCKETS, self.size.heads)
        self.mix = nn.Parameter(torch.zeros(len(MIXES), self.size.layers + 1))
        with torch.no_grad():
            self.mix[:3, -1] = 2.0
            self.mix[3:, -1] = 1.5
            self.mix[3:, -2] = 1.0
        self.upos, self.xpos, self.feats, self.lemma, self.entity = (
            Linear(hidden, len(labels[k])) for k in ("upos", "xpos", "feats", "lemmaRule", "entity"))
        self.arc_head, self.arc_dependent = Linear(hidden, ARC), Linear(hidden, ARC)
        self.label_head, self.label_dependent = Linear(hidden, LABEL), Linear(hidden, LABEL)
        self.arc_bilinear = nn.Parameter(torch.randn(ARC + 1, ARC) * (0.5 / ARC ** 0.5))
        self.label_bilinear = nn.Parameter(
            torch.randn(len(labels["deprel"]), LABEL + 1, LABEL + 1) * 0.02)
        classes, roles = len(labels["predicate"]), len(labels["role"])
        self.predicate_hidden, self.predicate_out = Linear(hidden, 128), Linear(128, classes)
        self.role_predicate, self.role_argument = Linear(hidden, ROLE), Linear(hidden, ROLE)
        self.role_class = nn.Embedding(classes, hidden)
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
        """Copies the pretrained encoder; `original` numbers the kept word pieces in MiniLM's vocabulary."""
        loaded = pretrained.encoder(self.encoder, original)
        missing = self.load_state_dict(loaded, strict=False).unexpected_keys
        assert not missing, missing

    def words(self, batch):
        """A vector for each word (place 0 is the root) and mix: `[mix, sentence, word, hidden]`."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            states = torch.stack(self.states(batch)).float()
        return torch.einsum("tk,kbnd->tbnd", torch.softmax(self.mix, -1), states)

    def states(self, batch):
        """What the embeddings and each layer say of the words: a list of `[sentence, word, hidden]`."""
        ids = batch["ids"]
        x = table(self.word(ids)) + table(self.position.weight[:ids.shape[1]])
        x = x + self.shape(batch["shapes"]) + self.mode(batch["mode"])[:, None]
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = None if batch["mask"].all() else batch["mask"][:, None, None, :]
        if self.size.relative:
            mask = self.distance(distance_buckets(ids.shape[1])).permute(2, 0, 1)[None]
            mask = mask.masked_fill(~batch["mask"][:, None, None, :], -1e4)
        first = batch["first"][:, :, None].expand(-1, -1, self.size.hidden)
        states = [x.gather(1, first)]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x.gather(1, first))
        return states

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
        if Precision.activations:
            head = rounded_activations(head, 127)
        head, dependent = with_one(head), with_one(dependent)
        weight = table(self.label_bilinear)
        rows = dependent @ weight.permute(1, 0, 2).reshape(LABEL + 1, -1)
        return (rows.view(len(head), len(weight), -1) * head[:, None]).sum(-1)

    def roles_of(self, output, sentence, token, kind):
        """Role scores `[predicate, word, role]` of predicates at (`sentence`, `token`) of class `kind`."""
        z, arc = output["argument"], output["arc"]
        bend = lambda x: F.dropout(F.gelu(x), 0.25, self.training)
        predicate = bend(self.role_predicate(z[sentence, token] + self.role_class(kind)))
        if Precision.activations:
            predicate = rounded_activations(predicate, 127)
        argument = with_one(bend(self.role_argument(z)))[sentence]
        weight = table(self.role_bilinear)
        rows = with_one(predicate) @ weight.permute(2, 0, 1).reshape(ROLE + 1, -1)
        scores = torch.bmm(argument, rows.view(len(token), len(weight), -1).transpose(1, 2))
        distance = torch.arange(z.shape[1])[None] - token[:, None]
        scores = scores + F.embedding(
            distance.clamp(-FARTHEST, FARTHEST) + FARTHEST, self.role_distance)
        log_arc = torch.log_softmax(arc, -1).clamp_min(LOWEST_ARC).detach()
        governed = log_arc[sentence, :, :].gather(
            2, token[:, None, None].expand(-1, arc.shape[1], 1)).squeeze(2)
        governing = log_arc[sentence, token]
        return scores + torch.stack([governed, governing], -1) @ self.role_arc.t()
