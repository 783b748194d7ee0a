using TopicModel.Cli.Configuration;

namespace TopicModel.Cli.Tests.Configuration;

/// <summary>Every kind of mistake in a configuration, with the whole message.</summary>
public sealed class ConfigErrorTests : IDisposable
{
    private const string Rest = $"{ConfigFixture.Data}, {ConfigFixture.Classifiers}";

    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("", "train.json line 1, column 1: this is not JSON: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true")]
    [InlineData("{\n  \"data\": {\n    \"train\" [\"đường.jsonl\"]\n", "train.json line 3, column 13: this is not JSON: '[' is invalid after a property name. Expected a ':'")]
    [InlineData("{ \"đối ngoại\" 1 }", "train.json line 1, column 15: this is not JSON: '1' is invalid after a property name. Expected a ':'")]
    [InlineData("[1]", "train.json: the file holds a list; an object was expected")]
    [InlineData("null", "train.json: the file holds null; an object was expected")]
    [InlineData("{ \"seed\": 1, \"seed\": 2 }", "train.json: seed is there twice; keys must differ in more than upper and lower case")]
    [InlineData("{ \"data\": { \"train\": [], \"Train\": [] } }", "train.json: data.Train is there twice; keys must differ in more than upper and lower case")]
    public void Load_NotAnObject_NamesTheLine(string json, string message) => Assert.Equal(message, _fixture.Error(json));

    [Theory]
    [InlineData("""{ "sead": 1 }""", "train.json: sead is not known (did you mean 'seed'?); allowed are $schema, data, output, seed, threads, classifiers")]
    [InlineData("""{ "Seed": 1 }""", "train.json: Seed is not known (did you mean 'seed'?); allowed are $schema, data, output, seed, threads, classifiers")]
    [InlineData("""{ "data:train": ["a"] }""", "train.json: data.train is not known; allowed are $schema, data, output, seed, threads, classifiers")]
    [InlineData("""{ "data": { "trian": [] } }""", "train.json: data.trian is not known (did you mean 'train'?); allowed are train, test, holdout, fields, slices, checkedLabels")]
    [InlineData("""{ "data": { "train": ["a"], "fields": { "texts": [] } } }""", "train.json: data.fields.texts is not known (did you mean 'text'?); allowed are id, text")]
    [InlineData("""{ "data": { "train": ["a"] }, "output": { "folder": "x" } }""", "train.json: output.folder is not known; allowed are models, reports")]
    public void Load_UnknownKey_SuggestsTheNearest(string json, string message) => Assert.Equal(message, _fixture.Error(json));

    [Theory]
    [InlineData("{}", "train.json: data.train is missing; a list of data files, globs or folders was expected")]
    [InlineData("""{ "data": null }""", "train.json: data is null; an object was expected")]
    [InlineData("""{ "data": [] }""", "train.json: data is a list; an object was expected")]
    [InlineData("""{ "data": { "train": [] } }""", "train.json: data.train is an empty list; a list of data files, globs or folders was expected")]
    [InlineData("""{ "data": { "train": null } }""", "train.json: data.train is null; a list of data files, globs or folders was expected")]
    [InlineData("""{ "data": { "train": "a.jsonl" } }""", "train.json: data.train is 'a.jsonl'; a list of data files, globs or folders was expected")]
    [InlineData("""{ "data": { "train": {} } }""", "train.json: data.train is an object; a list of data files, globs or folders was expected")]
    [InlineData("""{ "data": { "train": [3] } }""", "train.json: data.train.0 is 3; a text was expected")]
    [InlineData("""{ "data": { "train": ["a", " "] } }""", "train.json: data.train.1 is ' '; a text was expected")]
    [InlineData("""{ "data": { "train": ["a", "b", "a"] } }""", "train.json: data.train has 'a' twice; each may be there once")]
    [InlineData("""{ "data": { "train": ["a"], "holdout": 1 } }""", "train.json: data.holdout is 1; a number from 0 (no test) to 0.9 was expected")]
    [InlineData("""{ "data": { "train": ["a"], "holdout": "0.2" } }""", "train.json: data.holdout is '0.2'; a number from 0 (no test) to 0.9 was expected")]
    [InlineData("""{ "data": { "train": ["a"], "holdout": null } }""", "train.json: data.holdout is null; a number from 0 (no test) to 0.9 was expected")]
    [InlineData("""{ "data": { "train": ["a"], "fields": { "id": "" } } }""", "train.json: data.fields.id is ''; the name of a field was expected")]
    [InlineData("""{ "data": { "train": ["a"], "fields": { "text": [] } } }""", "train.json: data.fields.text is an empty list; a list of field names was expected")]
    public void Load_WrongData_SaysWhatIsAllowed(string json, string message) => Assert.Equal(message, _fixture.Error(json));

    [Theory]
    [InlineData(""" "seed": -1 """, "train.json: seed is -1; a whole number of at least 0 was expected")]
    [InlineData(""" "seed": 1.5 """, "train.json: seed is 1.5; a whole number of at least 0 was expected")]
    [InlineData(""" "seed": "1" """, "train.json: seed is '1'; a whole number of at least 0 was expected")]
    [InlineData(""" "threads": 1025 """, "train.json: threads is 1025; a whole number from 0 to 1024 was expected")]
    [InlineData(""" "output": { "models": true } """, "train.json: output.models is true; the path of a folder was expected")]
    public void Load_WrongRoot_SaysWhatIsAllowed(string member, string message) => Assert.Equal(message, _fixture.Error($"{{ {member}, {Rest} }}"));

    [Theory]
    [InlineData("", "train.json: classifiers is missing; an object with at least one classifier was expected")]
    [InlineData(""", "classifiers": null""", "train.json: classifiers is null; an object with at least one classifier was expected")]
    [InlineData(""", "classifiers": {}""", "train.json: classifiers is empty; an object with at least one classifier was expected")]
    [InlineData(""", "classifiers": { "id": {} }""", "train.json: classifiers.id cannot be a classifier: what predict writes has a field 'id' already; give it another name")]
    [InlineData(""", "classifiers": { "a b": {} }""", "train.json: classifiers.a b cannot be a classifier: 'a b' must consist of the letters A to Z and a to z, digits, '-' and '_', because its model's file is named so")]
    [InlineData(""", "classifiers": { "chủ-đề": {} }""", "train.json: classifiers.chủ-đề cannot be a classifier: 'chủ-đề' must consist of the letters A to Z and a to z, digits, '-' and '_', because its model's file is named so")]
    [InlineData(""", "classifiers": { "a": 1 }""", "train.json: classifiers.a is 1; an object was expected")]
    [InlineData(""", "classifiers": { "a": { "label": "x" } }""", "train.json: classifiers.a.kind is missing; one of binary, multiclass, multilabel, passages was expected")]
    [InlineData(""", "classifiers": { "a": { "kind": "multi-label", "label": "x" } }""", "train.json: classifiers.a.kind is 'multi-label'; one of binary, multiclass, multilabel, passages (did you mean 'multilabel'?) was expected")]
    [InlineData(""", "classifiers": { "a": { "kind": "binary" } }""", "train.json: classifiers.a.label is missing; the name of a field was expected")]
    [InlineData(""", "classifiers": { "a": { "kind": "binary", "label": "text" } }""", "train.json: classifiers.a.label is 'text', which is a text field too (data.fields.text); the label must be a field of its own")]
    [InlineData(""", "classifiers": { "a": { "kind": "binary", "label": "id" } }""", "train.json: classifiers.a.label is 'id', which is the id field too (data.fields.id); the label must be a field of its own")]
    public void Load_WrongClassifiers_SaysWhatIsAllowed(string classifiers, string message) => Assert.Equal(message, _fixture.Error($"{{ {ConfigFixture.Data}{classifiers} }}"));

    [Theory]
    [InlineData(""" "feature": {} """, "train.json: classifiers.topic.feature is not known (did you mean 'features'?); allowed are kind, label, positive, engine, features, trainer, classWeights, prevalence, crossValidation, prune, learningCurve, sentenceFields")]
    [InlineData(""" "positive": "yes" """, "train.json: classifiers.topic.positive is 'yes'; only classifiers of kind binary have a positive value")]
    [InlineData(""" "engine": "mlnet" """, "train.json: classifiers.topic.engine is 'mlnet', but the Microsoft.ML package is not part of this build; 'native' is the only engine here")]
    [InlineData(""" "engine": "torch" """, "train.json: classifiers.topic.engine is 'torch'; 'native' was expected")]
    [InlineData(""" "crossValidation": 1 """, "train.json: classifiers.topic.crossValidation is 1; 0 (none) or a whole number from 2 to 20 was expected")]
    [InlineData(""" "prune": -0.001 """, "train.json: classifiers.topic.prune is -0.001; a number from 0 (no pruning) to 0.1 was expected")]
    [InlineData(""" "prune": 0.11 """, "train.json: classifiers.topic.prune is 0.11; a number from 0 (no pruning) to 0.1 was expected")]
    [InlineData(""" "prune": "no" """, "train.json: classifiers.topic.prune is 'no'; a number from 0 (no pruning) to 0.1 was expected")]
    [InlineData(""" "crossValidation": 2.5 """, "train.json: classifiers.topic.crossValidation is 2.5; 0 (none) or a whole number from 2 to 20 was expected")]
    [InlineData(""" "crossValidation": 21 """, "train.json: classifiers.topic.crossValidation is 21; 0 (none) or a whole number from 2 to 20 was expected")]
    [InlineData(""" "crossValidation": false """, "train.json: classifiers.topic.crossValidation is false; 0 (none) or a whole number from 2 to 20 was expected")]
    [InlineData(""" "classWeights": "even" """, "train.json: classifiers.topic.classWeights is 'even'; 'balanced' or an object of labels with numbers was expected")]
    [InlineData(""" "classWeights": [1] """, "train.json: classifiers.topic.classWeights is a list; an object was expected")]
    [InlineData(""" "prevalence": { "a": 0.1 } """, "train.json: classifiers.topic.prevalence is given; only classifiers of kind binary, multilabel and passages can be adapted to it")]
    [InlineData(""" "classWeights": { "a": 0 } """, "train.json: classifiers.topic.classWeights.a is 0; a number above 0 and at most 1000000 was expected")]
    [InlineData(""" "sentenceFields": ["text"] """, "train.json: classifiers.topic.sentenceFields is given; only classifiers of kind passages look for sentences")]
    [InlineData(""" "trainer": "LinearSvn" """, "train.json: classifiers.topic.trainer: there is no trainer \"LinearSvn\"; did you mean \"LinearSvm\"? There are LinearSvm, SdcaMaximumEntropy, LbfgsMaximumEntropy, AveragedPerceptron, NaiveBayes")]
    [InlineData(""" "trainer": 3 """, "train.json: classifiers.topic.trainer is 3; the name of a trainer or an object was expected")]
    [InlineData(""" "trainer": null """, "train.json: classifiers.topic.trainer is null; the name of a trainer or an object was expected")]
    [InlineData(""" "trainer": " " """, "train.json: classifiers.topic.trainer is ' '; the name of a trainer or an object was expected")]
    [InlineData(""" "trainer": ["LinearSvm"] """, "train.json: classifiers.topic.trainer is a list; an object was expected")]
    [InlineData(""" "trainer": { "C": [1] } """, "train.json: classifiers.topic.trainer.C is a list; a number, a text, true or false was expected")]
    [InlineData(""" "trainer": { "name": "LinearSVC" } """, "train.json: classifiers.topic.trainer: there is no trainer \"LinearSVC\"; did you mean \"LinearSvm\"? There are LinearSvm, SdcaMaximumEntropy, LbfgsMaximumEntropy, AveragedPerceptron, NaiveBayes")]
    [InlineData(""" "trainer": { "c0": 1 } """, "train.json: classifiers.topic.trainer: LinearSvm has no option \"c0\"; did you mean \"C\"? It has C, maxIterations, tolerance")]
    [InlineData(""" "trainer": { "C": 0 } """, "train.json: classifiers.topic.trainer: option \"C\" of LinearSvm is \"0\", a number above 0, at most 1000000000 was expected")]
    [InlineData(""" "trainer": { "name": "NaiveBayes" }, "features": { "weighting": "logCountRatio" } """, "train.json: classifiers.topic.features.weighting is 'logCountRatio', which NaiveBayes cannot use; trainers that can are LinearSvm, SdcaMaximumEntropy, LbfgsMaximumEntropy, AveragedPerceptron")]
    public void Load_WrongClassifier_SaysWhatIsAllowed(string member, string message) => Assert.Equal(message, _fixture.Error(ConfigFixture.WithClassifier(member)));

    [Theory]
    [InlineData(""" "prevalence": 0.1 """, "train.json: classifiers.topic.prevalence is 0.1; an object was expected")]
    [InlineData(""" "prevalence": { "a": 1 } """, "train.json: classifiers.topic.prevalence.a is 1; a number above 0 and below 1 was expected")]
    [InlineData(""" "prevalence": { "a": 0.1 }, "crossValidation": 0 """, "train.json: classifiers.topic.prevalence is given, but crossValidation is 0, so that there are no probabilities to adapt; leave one of them out")]
    public void Load_WrongPrevalence_SaysWhatIsAllowed(string member, string message) => Assert.Equal(message, _fixture.Error(ConfigFixture.WithClassifier(member, "multilabel")));

    [Theory]
    [InlineData(""" "word": [1, 2] """, "train.json: classifiers.topic.features.word is not known (did you mean 'words'?); allowed are words, chars, unaccented, minDocumentFrequency, maxFeatures, weighting, clean, fieldWeights")]
    [InlineData(""" "words": 2 """, "train.json: classifiers.topic.features.words is 2; [lowest, highest] order, from 1 to 8, or null was expected")]
    [InlineData(""" "words": [1] """, "train.json: classifiers.topic.features.words has 1 element; [lowest, highest] order, from 1 to 8, or null was expected")]
    [InlineData(""" "words": [0, 2] """, "train.json: classifiers.topic.features.words.0 is 0; a whole number from 1 to 8 was expected")]
    [InlineData(""" "chars": [1, 9] """, "train.json: classifiers.topic.features.chars.1 is 9; a whole number from 1 to 8 was expected")]
    [InlineData(""" "words": [3, 2] """, "train.json: classifiers.topic.features.words is [3, 2]; the lowest order comes first")]
    [InlineData(""" "words": null """, "train.json: classifiers.topic.features.words and chars are both null; at least one is needed")]
    [InlineData(""" "unaccented": "yes" """, "train.json: classifiers.topic.features.unaccented is 'yes'; true or false was expected")]
    [InlineData(""" "clean": 1 """, "train.json: classifiers.topic.features.clean is 1; true or false was expected")]
    [InlineData(""" "minDocumentFrequency": 0 """, "train.json: classifiers.topic.features.minDocumentFrequency is 0; a whole number of at least 1 was expected")]
    [InlineData(""" "maxFeatures": 0 """, "train.json: classifiers.topic.features.maxFeatures is 0; a whole number of at least 1 was expected")]
    [InlineData(""" "weighting": "tf-idf" """, "train.json: classifiers.topic.features.weighting is 'tf-idf'; one of tfidf, binary, logCountRatio (did you mean 'tfidf'?) was expected")]
    [InlineData(""" "fieldWeights": { "txt": 2 } """, "train.json: classifiers.topic.features.fieldWeights names 'txt', which is not a text field (did you mean 'text'?); allowed are text (data.fields.text)")]
    [InlineData(""" "fieldWeights": { "text": 101 } """, "train.json: classifiers.topic.features.fieldWeights.text is 101; a number above 0 and at most 100 was expected")]
    public void Load_WrongFeatures_SaysWhatIsAllowed(string member, string message) => Assert.Equal(message, _fixture.Error(ConfigFixture.WithClassifier($$""" "features": { {{member}} } """)));

    [Fact]
    public void Load_SentenceFieldThatIsNoTextField_IsSaid() => Assert.Equal(
        "train.json: classifiers.topic.sentenceFields names 'bdoy', which is not a text field (did you mean 'body'?); allowed are title, body (data.fields.text)",
        _fixture.Error(ConfigFixture.WithClassifier(""" "sentenceFields": ["bdoy"] """, "passages", """ "train": ["a"], "fields": { "text": ["title", "body"] } """)));

    [Theory]
    [InlineData("seed=abc", "--set: seed is 'abc'; a whole number of at least 0 was expected")]
    [InlineData("seeds=1", "--set: seeds is not known (did you mean 'seed'?); allowed are $schema, data, output, seed, threads, classifiers")]
    [InlineData("data=x", "--set: data is 'x'; an object was expected")]
    [InlineData("data.train=", "--set: data.train is an empty list; a list of data files, globs or folders was expected")]
    [InlineData("data.train.x=1", "--set: data.train is an object; a list of data files, globs or folders was expected")]
    [InlineData("classifiers.topic.kind=tree", "--set: classifiers.topic.kind is 'tree'; one of binary, multiclass, multilabel, passages was expected")]
    [InlineData("classifiers.topic.features.words=1,2,3", "--set: classifiers.topic.features.words has 3 elements; [lowest, highest] order, from 1 to 8, or null was expected")]
    [InlineData("classifiers.topic.features.words=1,x", "--set: classifiers.topic.features.words.1 is 'x'; a whole number from 1 to 8 was expected")]
    [InlineData("classifiers.topc.trainer.C=1", "--set: there is no classifier 'topc'; did you mean 'topic'?")]
    [InlineData("classifiers.topc=1", "--set: there is no classifier 'topc'; did you mean 'topic'?")]
    [InlineData("classifiers.sentiment.trainer.C=1", "--set: there is no classifier 'sentiment'; there are topic")]
    [InlineData("classifiers.sentiment.kind=binary", "train.json: classifiers.sentiment.label is missing; the name of a field was expected")]
    [InlineData("classifiers.topic.trainer=", "--set: classifiers.topic.trainer is ''; the name of a trainer or an object was expected")]
    [InlineData("seed", "--set: 'seed' is not of the form key=value, as in --set data.holdout=0.3")]
    [InlineData("=1", "--set: '=1' is not of the form key=value, as in --set data.holdout=0.3")]
    [InlineData("data..train=1", "--set: 'data..train=1' is not of the form key=value, as in --set data.holdout=0.3")]
    public void Load_WrongSet_NamesTheOption(string set, string message) => Assert.Equal(message, _fixture.Error($"{{ {Rest} }}", sets: [set]));

    [Theory]
    [InlineData("SEED", "abc", "environment variable TOPICMODEL_SEED: seed is 'abc'; a whole number of at least 0 was expected")]
    [InlineData("Data__HoldOut", "2", "environment variable TOPICMODEL_Data__HoldOut: data.holdout is '2'; a number from 0 (no test) to 0.9 was expected")]
    [InlineData("CLASSIFIERS__TOPC__TRAINER__C", "1", "environment variable TOPICMODEL_CLASSIFIERS__TOPC__TRAINER__C: there is no classifier 'TOPC'; did you mean 'topic'?")]
    [InlineData("DATA__HOLDOT", "1", "environment variable TOPICMODEL_DATA__HOLDOT: data.HOLDOT is not known (did you mean 'holdout'?); allowed are train, test, holdout, fields, slices, checkedLabels")]
    [InlineData("OUTPUT", "/srv", "environment variable TOPICMODEL_OUTPUT: output is '/srv'; an object was expected")]
    public void Load_WrongVariable_NamesIt(string variable, string value, string message) => Assert.Equal(message, _fixture.Error($"{{ {Rest} }}", environment: new() { [variable] = value }));

    [Fact]
    public void Load_NoFile_TellsOfInit()
    {
        string path = Path.Combine(_fixture.Folder, "none.json");
        Assert.Equal($"{path}: there is no such file; 'topicmodel init DATA' writes one for your data", LoadError(path));
        Assert.Equal($"{_fixture.Folder}: this is a folder; a JSON file was expected", LoadError(_fixture.Folder));
    }

    [Fact]
    public void Load_NotUtf8_IsSaid()
    {
        string path = Path.Combine(_fixture.Folder, "latin1.json");
        File.WriteAllBytes(path, [(byte)'{', (byte)'"', 0xE9, (byte)'"', (byte)'}']);
        Assert.Equal($"{path}: the file is not UTF-8; save it as UTF-8", LoadError(path));
    }

    private static string LoadError(string path) => Assert.Throws<ConfigException>(() => ConfigLoader.Load(path, [])).Message;
}
