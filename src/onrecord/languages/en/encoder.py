"""The vectors of words in their context, as the model's own layers compute them, in a fifth of the time.

Two networks of the English model, one for tagger and parser, one for entities, take three quarters of the time of a parse. Each
first gives a word a vector by itself (embedding), then mixes in its neighbours (encoding). Both are computed here from
the same weights:

- a vector before its context depends on the word alone, so it is computed once a word and kept; so are, for the words that come
  first, its products with the weights of the first layer of encoding, which only adds those of a word and its neighbours up;
- matrix products go to the BLAS of numpy, since the wheels of `blis`, spaCy's choice, hold no kernel for a given processor;
- the steps between the products work in place on whole columns.

The sums are those of spaCy up to the order of additions; `tests/languages/en/test_encoder.py` holds the parses equal.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Floats = NDArray[np.float32]

KEPT = 65_536
"""Words whose vectors are kept, 25 MB in each network; when there are more, all are forgotten and counted anew."""

EARLY = 8_192
"""Words, in the order of their coming, whose products with the weights of the first layer are kept: 28 MB in each network. Most
words of a text are among them; products of the others are computed for each text, to the same bits."""

BLOCK = 32
"""Words that are embedded together. Always as many, so that no vector depends on what else was new at the time."""

ROWS = 512
"""Words that are encoded together, at least: what they need stays in the cache of a processor."""

_IDENTITY: list[int | str] = ["ORTH", "NORM", "SPACY"]
"""What a word's vector depends on: all other features of the model follow from its letters."""


class Embedding:
    """The vectors of words before their context, each computed once; vector number 0 is zero.

    Args:
        layer: the model's embedding: hashed features and static vectors, mixed.
        vocab: holds the static vectors.
        first: weights of the first layer of encoding, from a word before, the word itself and one behind, to pieces.
    """

    def __init__(self, layer: Model[Any, Any], vocab: Vocab, first: Floats) -> None:
        features, mixed = layer.layers[0], layer.layers[1]
        self._weights, self._bias, self._gain, self._shift = _weights(mixed)
        self._columns = _nodes(features, "extract_features")[0].attrs["columns"]
        self._hashed = features.layers[0].layers[2]
        self._static = np.asarray(_nodes(features, "static_vectors")[0].get_param("W")).T.copy()
        self._first = np.concatenate(np.split(first, 3), axis=1)
        self._vocab = vocab
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Drop all vectors that are kept."""
        self._numbers: dict[bytes, int] = {}
        self._vectors: Floats = np.zeros((1024, self._static.shape[1]), np.float32)
        self._products: Floats = np.zeros((1024, self._first.shape[1]), np.float32)

    def __call__(self, docs: Sequence[Doc], pad: int) -> tuple[Floats, Floats, list[slice]]:
        """Return the vectors of all words with `pad` zero vectors around each doc, and where each doc stands among them.

        Returns:
            the vectors, the pieces that the first layer of encoding makes of them and of their neighbours, the places.
        """
        with self._lock:
            if len(self._numbers) > KEPT:
                self.forget()
            keys = [doc.to_array(_IDENTITY).view("V24").ravel().tolist() for doc in docs]
            self._learn(docs, [key for some in keys for key in some])
            numbers, places = [0] * pad, []
            for some in keys:
                places.append(slice(len(numbers), len(numbers) + len(some)))
                numbers += [self._numbers[key] for key in some]
                numbers += [0] * pad
            return self._vectors[numbers], self._pieces(np.array(numbers)), places

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

    def _learn(self, docs: Sequence[Doc], keys: list[bytes]) -> None:
        """Embed the words of docs that have no vector yet."""
        new = {key: place for place, key in enumerate(keys) if key not in self._numbers}
        if not new:
            return
        places = list(new.values())
        features = np.concatenate([doc.to_array(self._columns) for doc in docs])[places].astype("uint64")
        rows = self._vocab.vectors.find(keys=np.concatenate([doc.to_array("ORTH") for doc in docs])[places])
        static = self._vocab.vectors.data[rows]
        static[rows < 0] = 0  # a word without a vector of its own
        first = len(self._numbers) + 1
        self._vectors = _grown(self._vectors, first + len(new))
        self._vectors[first : first + len(new)] = self._mix(self._hashed.predict(features), static)
        if first < EARLY:
            self._keep(first, self._vectors[first : min(EARLY, first + len(new))])
        self._numbers.update(zip(new, range(first, first + len(new)), strict=True))

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

    def __call__(self, vectors: Floats, pieces: Floats) -> Floats:
        """Return the vectors in context; `pad` zero vectors keep one text from another.

        Args:
            vectors: one a word.
            pieces: what the first layer makes of them, before its bias; they are used up.
        """
        count, width = vectors.shape
        window: Floats = np.zeros((count, 3 * width), np.float32)
        best: Floats = np.empty((count, width), np.float32)
        for number, (weights, bias, gain, shift) in enumerate(self._layers):
            if number:
                window[1:, :width] = vectors[:-1]
                window[:, width : 2 * width] = vectors
                window[:-1, 2 * width :] = vectors[1:]
                np.dot(window, weights, out=pieces)
            _mixed(pieces, best, bias, gain, shift)
            vectors = vectors + best
        return vectors


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
    tagging.model = _quick(tagging.model, nlp.vocab)  # type: ignore[attr-defined]  # as above
    slow = entities.model.layers[0].layers[0]  # type: ignore[attr-defined]  # as above
    entities.model.replace_node(slow, _quick(slow, nlp.vocab))  # type: ignore[attr-defined]  # as above


def forget(nlp: Language) -> None:
    """Drop all vectors of words that a quickened model keeps."""
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]  # all that are loaded have a model
            if "embedding" in node.attrs:
                node.attrs["embedding"].forget()


def _quick(network: Model[Any, Any], vocab: Vocab) -> Model[Any, Any]:
    encoding = Encoding(network.get_ref("encode"))
    parts = {"embedding": Embedding(network.get_ref("embed"), vocab, encoding.first), "encoding": encoding}
    return Model("quick_tok2vec", _forward, dims={"nO": network.get_dim("nO")}, attrs=parts)


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
    if is_train:
        raise NotImplementedError("the model is read here, not trained")
    found: list[Floats] = []
    for group in _groups(docs):
        vectors, pieces, places = model.attrs["embedding"](group, model.attrs["encoding"].pad)
        encoded = model.attrs["encoding"](vectors, pieces)
        found += [encoded[place] for place in places]
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
