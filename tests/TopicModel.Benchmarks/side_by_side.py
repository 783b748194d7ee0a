#!/usr/bin/python3
"""TopicModel beside scikit-learn (LIBLINEAR) on the same files, in the same run; prints the rows of the README's table.

    /usr/bin/python3 side_by_side.py TRAIN TEST [TRAIN TEST ...]

Files are JSON lines, also .gz, with "text" and "label". Needs Debian's python3-sklearn. Features and solver are the same on both
sides: TF-IDF (sublinear) of word 1-2-grams in at least two documents, squared hinge loss, C = 1. "one fit" is featurize + fit of
`topicmodel train` with crossValidation 0 against scikit-learn's fit from texts in memory; accuracies are those of these fits.
ECE is the calibration error of `topicmodel train` with its default five folds.
"""
import gzip
import json
import os
import platform
import subprocess
import sys
import tempfile
import time

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
CLI = os.path.join(ROOT, "src/TopicModel.Cli")
DLL = os.path.join(CLI, "bin/Release/net10.0/topicmodel.dll")


def read(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows], [row["label"] for row in rows]


def ours(train, test, folds):
    with tempfile.TemporaryDirectory() as folder:
        config = os.path.join(folder, "train.json")
        with open(config, "w", encoding="utf-8") as out:
            json.dump({"data": {"train": [os.path.abspath(train)], "test": [os.path.abspath(test)]},
                       "classifiers": {"topic": {"kind": "multiclass", "label": "label", "crossValidation": folds}}}, out)
        done = subprocess.run(["dotnet", DLL, "train", "--config", config, "--json", "--quiet"], check=True, capture_output=True, text=True)
        return json.loads(done.stdout)["classifiers"]["topic"]


def peer(train, test):
    (texts, labels), (test_texts, truth) = read(train), read(test)
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")
    model = make_pipeline(words, LinearSVC(C=1.0))
    start = time.time()
    model.fit(texts, labels)
    seconds = time.time() - start
    predicted = model.predict(test_texts)
    return seconds, 100 * accuracy_score(truth, predicted), 100 * f1_score(truth, predicted, average="macro")


def main(paths):
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "--nologo", CLI], check=True, stdout=subprocess.DEVNULL)
    print(f"{os.cpu_count()} cores, {platform.machine()}, .NET {subprocess.check_output(['dotnet', '--version'], text=True).strip()}, scikit-learn {sklearn.__version__}\n")
    print("| data | accuracy | scikit-learn | macro-F1 | scikit-learn | one fit | scikit-learn | times faster | ECE |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for train, test in zip(paths[::2], paths[1::2]):
        fit, calibrated = ours(train, test, 0), ours(train, test, 5)
        seconds = fit["timings"]["featurize"] + fit["timings"]["fit"]
        peer_seconds, accuracy, macro = peer(train, test)
        name = os.path.basename(train).split(".")[0].removesuffix("_train")
        print(f"| {name} | {100 * fit['test']['accuracy']:.2f} | {accuracy:.2f} | {100 * fit['test']['macroF1']:.2f} | {macro:.2f} | "
              f"{seconds:.2f} s | {peer_seconds:.2f} s | {peer_seconds / seconds:.1f} | {calibrated['test']['ece']:.3f} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    main(sys.argv[1:])
