"""The vectors of words in their context, as the model's own layers compute them, in a fifth of the time.

Two networks of the English model, one for tagger and parser, one for entities, take three quarters of the time of a parse. Each
first gives a word a vector by itself (embedding), then mixes in its neighbours (encoding). Both are computed here from
the same weights:

- a vector before its context depends on the word alone, so it is computed once a word and kept; so are, for the words that come
  first, its products with the weights of the first layer of encoding, which only adds those of a word and its neighbours up;
- of the gap between two texts each layer computes what words of the layers behind it still look at, the last one nothing;
- matrix products go to the BLAS of numpy, since the wheels of `blis`, spaCy's choice, hold no kernel for a given processor;
- the steps between the products work in place on whole columns.

The sums are those of spaCy up to the order of additions; `tests/languages/en/test_encoder.py` holds the parses equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

from onrecord.languages.en.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Floats = NDArray[np.float32]

EARLY = 8_192
"""Words, in the order of their coming, whose products with the weights of the first layer are kept: 28 MB in each network. Most
words of a text are among them; products of the others are computed for each text, to the same bits."""

BLOCK = 32
"""Words that are embedded together. Always as many, so that no vector depends on what else was new at the time."""

ROWS = 512
"""Words that are encoded together, at least: what they need stays in the cache of a processor."""


class Embedding:
    """The vectors of words before their context, each computed once; vector number 0 is zero.

    Args:
        network: its embedding is hashed features and static vectors, mixed.
        lexicon: numbers the words.
        first: weights of the first layer of encoding, from a word before, the word itself and one behind, to pieces.
    """

    def __init__(self, network: Model[Any, Any], lexicon: Lexicon, first: Floats) -> None:
        features, mixed = network.get_ref("embed").layers[:2]
        self._columns = [lexicon.columns.index(column) for column in _columns(network)]
        self._weights, self._bias, self._gain, self._shift = _weights(mixed)
        self._hashed = features.layers[0].layers[2]
        self._static = np.asarray(_nodes(features, "static_vectors")[0].get_param("W")).T.copy()
        self._first = np.concatenate(np.split(first, 3), axis=1)
        self._lexicon = lexicon
        self._begin_anew()

    def forget(self) -> None:
        """Drop all words, and with them their vectors."""
        self._lexicon.forget()

    def _begin_anew(self) -> None:
        self._age, self._known = self._lexicon.age, 0
        self._vectors: Floats = np.zeros((1024, self._static.shape[1]), np.float32)
        self._products: Floats = np.zeros((1024, self._first.shape[1]), np.float32)

    def __call__(self, docs: Sequence[Doc], pad: int) -> tuple[Floats, Floats, NDArray[np.int64]]:
        """Return the vectors of all words with `pad` zero vectors around each doc.

        Returns:
            the vectors, the pieces that the first layer of encoding makes of them and of their neighbours, the numbers of the
            words (0 for a zero vector).
        """
        gap = np.zeros(pad, np.int64)
        with self._lexicon.lock:
            words = self._lexicon.numbers(docs)
            if self._age != self._lexicon.age:
                self._begin_anew()
            if self._known < self._lexicon.count:
                self._learn()
            numbers = np.concatenate([gap, *(part for some in words for part in (some, gap))])
            return self._vectors[numbers], self._pieces(numbers), numbers

    def _pieces(self, numbers: NDArray[np.int64]) -> Floats:
        """Add up the products of each word and of its two neighbours."""
        late = np.unique(numbers[numbers >= EARLY])
        if len(late):
            self._keep(EARLY, self._vectors[late])
            numbers = np.where(numbers < EARLY, numbers, EARLY + np.searchsorted(late, numbers))
        rows = 3 * numbers  # of a word: as the one before, as itself, as the one behind
        products = self._products.reshape(3 * len(self._products), -1)
        pieces: Floats = products[rows + 1]
        pieces[1:] += products[rows[:-1]]
        pieces[:-1] += products[rows[1:] + 2]
        return pieces

    def _keep(self, place: int, vectors: Floats) -> None:
        """Keep the products of words at a place and behind it, computed in blocks of one size."""
        count = len(vectors)
        self._products = _grown(self._products, place + count)
        block: Floats = np.zeros((BLOCK, vectors.shape[1]), np.float32)
        for start in range(0, count, BLOCK):
            size = min(BLOCK, count - start)
            block[:size] = vectors[start : start + size]
            self._products[place + start : place + start + size] = (block @ self._first)[:size]

    def _learn(self) -> None:
        """Embed the words of the lexicon that have no vector yet."""
        features, rows = self._lexicon.since(self._known)
        static = self._lexicon.vocab.vectors.data[rows]
        static[rows < 0] = 0  # a word without a vector of its own
        first, last = self._known + 1, self._lexicon.count
        self._vectors = _grown(self._vectors, last + 1)
        self._vectors[first : last + 1] = self._mix(self._hashed.predict(features[:, self._columns]), static)
        if first < EARLY:
            self._keep(first, self._vectors[first : min(EARLY, last + 1)])
        self._known = last

    def _mix(self, hashed: Floats, static: Floats) -> Floats:
        """Return one vector a word from those of its features and its static one, in blocks of one size."""
        count, width = hashed.shape
        size = count + -count % BLOCK
        fields: Floats = np.zeros((size, width + self._static.shape[1]), np.float32)
        fields[:count, :width] = hashed
        known: Floats = np.zeros((size, static.shape[1]), np.float32)
        known[:count] = static
        pieces: Floats = np.empty((size, self._weights.shape[1]), np.float32)
        for start in range(0, size, BLOCK):
            block = slice(start, start + BLOCK)
            fields[block, width:] = known[block] @ self._static
            np.dot(fields[block], self._weights, out=pieces[block])
        best: Floats = np.empty((size, self._static.shape[1]), np.float32)
        _mixed(pieces, best, self._bias, self._gain, self._shift)
        return best[:count]


class Encoding:
    """The vectors of words in their context: layers that mix each word with its neighbours, take maxima and normalize.

    Args:
        layer: the model's encoding: residual layers of window, maxout and layer norm.
    """

    def __init__(self, layer: Model[Any, Any]) -> None:
        self.pad: int = layer.attrs["pad"]
        self._layers = [_weights(residual) for residual in layer.layers[0].layers]
        self.first = self._layers[0][0]

    def __call__(self, vectors: Floats, pieces: Floats, numbers: NDArray[np.int64]) -> Floats:
        """Return the vectors in context of all words, without the zero vectors that keep one text from another.

        Args:
            vectors: one a word; `pad` zero vectors around each text.
            pieces: what the first layer makes of them, before its bias; they are used up.
            numbers: of the words, 0 for a zero vector.
        """
        far = _distances(numbers != 0, self.pad)
        for number, (weights, bias, gain, shift) in enumerate(self._layers):
            if number:
                kept = np.flatnonzero(far < len(self._layers) - number)
                window = vectors.take(kept[:, None] + _BESIDE, axis=0).reshape(len(kept), -1)
                vectors, far = vectors[kept], far[kept]
                pieces = window @ weights
            best: Floats = np.empty(vectors.shape, np.float32)
            _mixed(pieces, best, bias, gain, shift)
            vectors = vectors + best
        words: Floats = vectors[far == 0]
        return words


_BESIDE = np.array([-1, 0, 1])
"""The places of a word's neighbours and its own, from its own."""


def _distances(words: NDArray[np.bool_], most: int) -> NDArray[np.int64]:
    """Return how far the next word is from each place, itself at 0; `most` for all that is further."""
    far = np.where(words, 0, most)
    for step in range(1, most):
        far[:-1][far[1:] == step - 1] = np.minimum(far[:-1][far[1:] == step - 1], step)
        far[1:][far[:-1] == step - 1] = np.minimum(far[1:][far[:-1] == step - 1], step)
    return far


def _grown(table: Floats, rows: int) -> Floats:
    """Return the table with as many rows at least, doubled; rows that are not written yet take no memory."""
    size = len(table)
    while size < rows:
        size *= 2
    if size == len(table):
        return table
    larger: Floats = np.zeros((size, table.shape[1]), np.float32)
    larger[: len(table)] = table
    return larger


def _weights(layer: Model[Any, Any]) -> tuple[Floats, Floats, Floats, Floats]:
    """Return the weights of a layer of maxout and layer norm, the three pieces of the maxout one behind the other."""
    maxout, norm = _nodes(layer, "maxout")[0], _nodes(layer, "layernorm")[0]
    weights, bias, gain, shift = (
        np.asarray(part.get_param(name)) for part, name in ((maxout, "W"), (maxout, "b"), (norm, "G"), (norm, "b"))
    )
    by_piece = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T)
    return by_piece, bias.T.reshape(-1), gain, shift


def _mixed(pieces: Floats, best: Floats, bias: Floats, gain: Floats, shift: Floats) -> None:
    """Put the normalized maxima of the pieces into `best`; the pieces are used up."""
    width = best.shape[1]
    pieces += bias
    np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=best)
    np.maximum(best, pieces[:, 2 * width :], out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best) / width + 1e-08  # as in thinc's layer norm
    best *= (variance**-0.5)[:, None]
    best *= gain
    best += shift


def quicken(nlp: Language) -> None:
    """Let the model compute the vectors of words in this way; a network that is built in another way is left as it is."""
    products = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]  # all that are loaded have a model
            node.ops = products
    tagging, entities = nlp.get_pipe("tok2vec"), nlp.get_pipe("ner")
    slow = entities.model.layers[0].layers[0]  # type: ignore[attr-defined]  # all that are loaded have a model
    networks = (tagging.model, slow)  # type: ignore[attr-defined]  # as above
    lexicon = Lexicon([column for network in networks for column in _columns(network)], nlp.vocab)
    tagging.model = _quick(tagging.model, lexicon)  # type: ignore[attr-defined]  # as above
    entities.model.replace_node(slow, _quick(slow, lexicon))  # type: ignore[attr-defined]  # as above


def forget(nlp: Language) -> None:
    """Drop all vectors of words that a quickened model keeps."""
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]  # all that are loaded have a model
            if "embedding" in node.attrs:
                node.attrs["embedding"].forget()


def _quick(network: Model[Any, Any], lexicon: Lexicon) -> Model[Any, Any]:
    encoding = Encoding(network.get_ref("encode"))
    parts = {"embedding": Embedding(network, lexicon, encoding.first), "encoding": encoding}
    return Model("quick_tok2vec", _forward, dims={"nO": network.get_dim("nO")}, attrs=parts)


def _columns(network: Model[Any, Any]) -> list[int | str]:
    """Return the features of a word that a network hashes."""
    columns: list[int | str] = _nodes(network, "extract_features")[0].attrs["columns"]
    return columns


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
    if is_train:
        raise NotImplementedError("the model is read here, not trained")
    found: list[Floats] = []
    for group in _groups(docs):
        encoded = model.attrs["encoding"](*model.attrs["embedding"](group, model.attrs["encoding"].pad))
        found += np.split(encoded, np.cumsum([len(doc) for doc in group])[:-1])
    return found, None


def _groups(docs: Sequence[Doc]) -> Iterable[list[Doc]]:
    group: list[Doc] = []
    for doc in docs:
        group.append(doc)
        if sum(map(len, group)) >= ROWS:
            yield group
            group = []
    if group:
        yield group


def _nodes(model: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    return [node for node in model.walk() if node.name == name]
