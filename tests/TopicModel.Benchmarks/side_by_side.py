#!/usr/bin/python3
"""TopicModel beside scikit-learn (LIBLINEAR), and fastText where it is installed and asked for, on the same files in the same run.
Prints the machine, the versions and the rows of the README's tables.

    /usr/bin/python3 side_by_side.py [--fasttext] TRAIN TEST [TRAIN TEST ...]

Files are JSON lines, also .gz, with "text" and "label". Needs Debian's python3-sklearn (and fasttext). Features and solver of the
first two are the same: TF-IDF (sublinear) of word 1-2-grams in at least two documents, squared hinge loss, C = 1.
"one fit" is featurize + fit of `topicmodel train` with crossValidation 0, against the peer's fit from texts in memory. "memory" is the
peak of the whole process. "predict" is the whole `topicmodel predict` process on plain JSON lines against the peer's predict from
memory (fastText: its whole process). "calibrated" is the whole `topicmodel train` process with its default five folds, test and reports.
"""
import gzip
import json
import os
import pickle
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
CLI = os.path.join(ROOT, "src/TopicModel.Cli")
DLL = os.path.join(CLI, "bin/Release/net10.0/topicmodel.dll")


def read(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows], [row["label"] for row in rows]


def run(command, **options):
    """Runs a process; returns what it prints, its seconds and its peak memory in MiB."""
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: ended with {os.waitstatus_to_exitcode(status)}")
    return output, time.time() - start, usage.ru_maxrss / 1024


def row(system, accuracy, macro, fit, memory, size, predict):
    return {"system": system, "accuracy": accuracy, "macroF1": macro, "fit": fit, "memory": memory, "size": size, "predict": predict}


def train(paths, folds, folder):
    """One training; returns the classifier's report, the seconds and the memory of the process."""
    config = os.path.join(folder, "train.json")
    with open(config, "w", encoding="utf-8") as out:
        json.dump({"data": {"train": [paths[0]], "test": [paths[1]]},
                   "classifiers": {"topic": {"kind": "multiclass", "label": "label", "crossValidation": folds}}}, out)
    output, seconds, memory = run(["dotnet", DLL, "train", "--config", config, "--json", "--quiet"])
    return json.loads(output)["classifiers"]["topic"], seconds, memory


def ours(paths, folder):
    report, _, memory = train(paths, 0, folder)
    plain = os.path.join(folder, "test.jsonl")
    with (gzip.open if paths[1].endswith(".gz") else open)(paths[1], "rb") as source, open(plain, "wb") as target:
        shutil.copyfileobj(source, target)
    _, predict, _ = run(["dotnet", DLL, "predict", plain, "--models", os.path.join(folder, "models")])
    fit = report["timings"]["featurize"] + report["timings"]["fit"]
    own = row("TopicModel", 100 * report["test"]["accuracy"], 100 * report["test"]["macroF1"], fit, memory, report["model"]["bytes"], predict)
    calibrated, seconds, memory = train(paths, 5, folder)
    return own, {"seconds": seconds, "memory": memory, "ece": calibrated["test"]["ece"]}


def scikit(paths):
    """In a process of its own, so that its peak memory is its own: see main."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics import accuracy_score, f1_score
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC
    (texts, labels), (test_texts, truth) = read(paths[0]), read(paths[1])
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")
    model = make_pipeline(words, LinearSVC(C=1.0))
    start = time.time()
    model.fit(texts, labels)
    fit = time.time() - start
    start = time.time()
    predicted = model.predict(test_texts)
    predict = time.time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return row("scikit-learn", 100 * accuracy_score(truth, predicted), 100 * f1_score(truth, predicted, average="macro"), fit, memory, len(pickle.dumps(model)), predict)


def fasttext(paths, folder):
    from sklearn.metrics import accuracy_score, f1_score
    import re
    truth = [label.replace(" ", "_") for label in read(paths[1])[1]]
    for name, path in zip(("train", "test"), paths):
        with open(f"{folder}/{name}.txt", "w", encoding="utf-8") as out:
            for text, label in zip(*read(path)):
                out.write(f"__label__{label.replace(' ', '_')} {' '.join(re.sub(r'([.,!?()/;:])', r' \1 ', text.lower()).split())}\n")
    _, fit, memory = run(["fasttext", "supervised", "-input", f"{folder}/train.txt", "-output", f"{folder}/model", "-wordNgrams", "2", "-lr", "0.5",
                          "-epoch", "25", "-dim", "100", "-thread", str(os.cpu_count()), "-seed", "1"])
    output, predict, _ = run(["fasttext", "predict", f"{folder}/model.bin", f"{folder}/test.txt"])
    predicted = [line.replace("__label__", "") for line in output.decode().splitlines()]
    return row("fastText", 100 * accuracy_score(truth, predicted), 100 * f1_score(truth, predicted, average="macro"), fit, memory, os.path.getsize(f"{folder}/model.bin"), predict)


def main(arguments):
    paths = [os.path.abspath(path) for path in arguments if path != "--fasttext"]
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "--nologo", CLI], check=True, stdout=subprocess.DEVNULL)
    import sklearn
    print(f"{os.cpu_count()} cores, {platform.machine()}, .NET {subprocess.check_output(['dotnet', '--version'], text=True).strip()}, scikit-learn {sklearn.__version__}\n")
    print("| data | system | accuracy | macro-F1 | one fit | ratio | memory | model | predict |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    folds = []
    for pair in zip(paths[::2], paths[1::2]):
        name = os.path.basename(pair[0]).split(".")[0].removesuffix("_train")
        with tempfile.TemporaryDirectory() as folder:
            own, calibrated = ours(pair, folder)
            rows = [own, json.loads(run([sys.executable, __file__, "--peer", *pair])[0])]
            if "--fasttext" in arguments:
                rows.append(fasttext(pair, folder))
        for r in rows:
            print(f"| {name} | {r['system']} | {r['accuracy']:.2f} | {r['macroF1']:.2f} | {r['fit']:.2f} s | {r['fit'] / own['fit']:.1f} | {r['memory']:.0f} MiB | "
                  f"{r['size'] / 1e6:.1f} MB | {r['predict']:.2f} s |", flush=True)
        folds.append(f"| {name} | {calibrated['seconds']:.1f} s | {rows[1]['fit'] / calibrated['seconds']:.1f} | {calibrated['memory']:.0f} MiB | {calibrated['ece']:.3f} |")
    print("\n| data | calibrated | scikit-learn's one fit / this | memory | calibration error |\n|---|---:|---:|---:|---:|", *folds, sep="\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        print(json.dumps(scikit(sys.argv[2:4])))
    elif len([path for path in sys.argv[1:] if path != "--fasttext"]) < 2:
        sys.exit(__doc__)
    else:
        main(sys.argv[1:])
