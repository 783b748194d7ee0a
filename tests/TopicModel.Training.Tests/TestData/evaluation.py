#!/usr/bin/python3
"""Makes evaluation.json: predictions of several shapes with scikit-learn's figures for them (made with scikit-learn 1.2.1).

    /usr/bin/python3 evaluation.py > evaluation.json
"""
import json, warnings
import numpy as np
from sklearn import metrics as m

warnings.filterwarnings("ignore")
random = np.random.default_rng(20261122)


def rounded_rows(count, classes, digits, sharpness=2.0):
    """Probabilities that add up to 1, with few digits so that many are equal."""
    p = np.round(random.dirichlet(np.full(classes, 1 / sharpness), count), digits)
    p[:, -1] = np.maximum(0, 1 - p[:, :-1].sum(1))
    return p / p.sum(1, keepdims=True)


def ece(y, p):
    """15 bins of equal width, closed below; an independent way to write what the program does."""
    edges, total = np.arange(1, 15) / 15, 0.0
    index = np.searchsorted(edges, p, side="right")
    for k in range(15):
        inside = index == k
        if inside.any():
            total += inside.mean() * abs(y[inside].mean() - p[inside].mean())
    return total


def both(y):
    return 0 < y.sum() < len(y)


def scores(truth, given, labels):
    options = dict(labels=labels, zero_division=0)
    result = {"accuracy": m.accuracy_score(truth, given), "microF1": m.f1_score(truth, given, average="micro", **options),
              "weightedF1": m.f1_score(truth, given, average="weighted", **options)}
    for name, score in ("F1", m.f1_score), ("Precision", m.precision_score), ("Recall", m.recall_score):
        result["macro" + name] = score(truth, given, average="macro", **options)
    return result


def rows(truth, given, labels, columns):
    p, r, f, s = m.precision_recall_fscore_support(truth, given, labels=labels, average=None, zero_division=0)
    return [{"support": int(s[k]), "precision": p[k], "recall": r[k], "f1": f[k],
             "averagePrecision": m.average_precision_score(y, q) if y.any() else None} for k, (y, q) in enumerate(columns)]


def auc(columns):
    areas = [m.roc_auc_score(y, q) for y, q in columns if both(y)]
    return float(np.mean(areas)) if areas else None


def multiclass(name, truth, p):
    classes = p.shape[1]
    labels, given, y = list(range(classes)), p.argmax(1), np.eye(classes)[truth]
    columns = [(y[:, k], p[:, k]) for k in labels]
    expected = scores(truth, given, labels) | {
        "logLoss": m.log_loss(truth, p, labels=labels), "brier": float(((p - y) ** 2).sum(1).mean()),
        "ece": ece(given == truth, p.max(1)), "auc": auc(columns)}
    return case(name, "multiclass", classes, [[int(t)] for t in truth], p, np.eye(classes)[given], [],
                expected, rows(truth, given, labels, columns), m.confusion_matrix(truth, given, labels=labels))


def multilabel(name, y, p, thresholds):
    given, labels = (p >= thresholds).astype(int), list(range(p.shape[1]))
    columns = [(y[:, k], p[:, k]) for k in labels]
    expected = scores(y, given, labels) | {
        "logLoss": np.mean([m.log_loss(t, q, labels=[0, 1]) for t, q in columns]),
        "brier": np.mean([m.brier_score_loss(t, q, pos_label=1) for t, q in columns]),
        "ece": ece(y.ravel(), p.ravel()), "auc": auc(columns)}
    confusion = m.multilabel_confusion_matrix(y, given, labels=labels).reshape(-1, 4)
    return case(name, "multilabel", len(labels), [np.flatnonzero(t).tolist() for t in y], p, given, thresholds,
                expected, rows(y, given, labels, columns), confusion)


def binary(name, y, p, threshold):
    given = (p >= threshold).astype(int)
    expected = scores(y, given, [0, 1]) | {
        "logLoss": m.log_loss(y, p, labels=[0, 1]), "brier": m.brier_score_loss(y, p, pos_label=1), "ece": ece(y, p),
        "auc": auc([(y, p)]), "precision": m.precision_score(y, given, zero_division=0),
        "recall": m.recall_score(y, given, zero_division=0), "f1": m.f1_score(y, given, zero_division=0)}
    return case(name, "binary", 1, [[0] if t else [] for t in y], p[:, None], given[:, None], [threshold],
                expected, rows(y, given, [0, 1], [(1 - y, -p), (y, p)]), m.confusion_matrix(y, given, labels=[0, 1]))


def case(name, kind, labels, truth, p, given, thresholds, expected, per_label, confusion):
    return {"name": name, "kind": kind, "labels": labels, "truth": truth, "probabilities": p.ravel().tolist(),
            "given": [bool(g) for g in np.ravel(given)], "thresholds": [float(t) for t in thresholds],
            "expected": {k: v if v is None else float(v) for k, v in expected.items()},
            "perLabel": per_label, "confusion": confusion.tolist()}


def cases():
    p = rounded_rows(60, 4, 3)
    yield multiclass("multiclass, all classes", np.array([random.choice(4, p=q) for q in p]), p)
    p = rounded_rows(50, 5, 1)
    p[:, 2] = 0
    p /= np.where(p.sum(1, keepdims=True) == 0, 1, p.sum(1, keepdims=True))
    p[p.sum(1) == 0, 0] = 1
    yield multiclass("multiclass, ties, class 2 absent and never given, class 4 absent", random.choice([0, 1, 3], 50), p)
    yield multiclass("multiclass, one example", np.array([1]), np.array([[0.2, 0.5, 0.3]]))
    yield multiclass("multiclass, certain and wrong", np.array([0, 1, 1, 0]), np.array([[1, 0.0], [1, 0.0], [0, 1.0], [0, 1.0]]))
    y = (random.random((70, 3)) < [0.5, 0.2, 0.3]).astype(int)
    yield multilabel("multilabel, empty sets", y, np.round(np.clip(0.3 + 0.4 * y + random.normal(0, 0.25, y.shape), 0, 1), 4), [0.5, 0.4, 0.35])
    y = (random.random((40, 4)) < [0.4, 0, 0.1, 1]).astype(int)
    yield multilabel("multilabel, ties, a label absent and a label always", y, np.round(random.random(y.shape), 1), [0.5, 0.45, 0.95, 0.05])
    yield multilabel("multilabel, nothing true and nothing given", np.zeros((5, 2), int), np.round(random.random((5, 2)) * 0.4, 2), [0.5, 0.5])
    y = (random.random(80) < 0.3).astype(int)
    yield binary("binary", y, np.round(np.clip(0.3 + 0.3 * y + random.normal(0, 0.2, 80), 0, 1), 3), 0.42)
    yield binary("binary, ties", y, np.round(random.random(80), 1), 0.5)
    yield binary("binary, only negatives", np.zeros(12, int), np.round(random.random(12), 2), 0.6)
    yield binary("binary, never given", y[:20], np.round(random.random(20) * 0.3, 2), 0.9)


print("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases()) + "\n]")
