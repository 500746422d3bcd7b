"""Pages the rules read in a second on one core, against a plain scan of the same text; scores of marked documents.

    python bench/reading.py [FOLDER]

A page is 2,500 characters. FOLDER holds marked documents and their `score.py`; without it, or without such a folder,
only speed on invented text is measured.
"""

import importlib.util
import json
import re
import sys
import time
from pathlib import Path
from types import ModuleType

from heard.reading.prediction import prediction
from heard.reading.rules import RuleReader
from heard.reading.text import Text

PAGE = 2_500
WANTED = 25
MARKED = Path(__file__).parents[2] / "shared" / "data" / "reading-dev"
INVENTED = {
    "en": "On 3 May 2021 Farid Aslanov, a journalist, was detained by police officers in Sheki and beaten in custody. "
    "His lawyer, Nigar Karimli, said that she was not allowed to see him for 12 days. The Sheki Court sentenced him to "
    "seven years in prison. The weather in the mountains was fine, and the market opened late that week.\n",
    "ru": "3 мая 2021 года журналист Фарид Асланов был задержан полицией и избит. Адвокат сообщила, что её не пустили. "
    "Суд приговорил его к семи годам лишения свободы. Погода в горах стояла хорошая.\n",
    "az": "Jurnalist Fərid Aslanov 2021-ci il mayın 3-də polis tərəfindən saxlanılıb və döyülüb. Vəkili bildirib ki, "
    "onu görüşə buraxmayıblar. Məhkəmə onu yeddi il azadlıqdan məhrum edib. Dağlarda hava yaxşı idi.\n",
}


def seconds(work: object) -> float:
    assert callable(work), "something to time"
    began = time.process_time()
    work()
    return time.process_time() - began


def measure_speed(texts: list[Text], name: str) -> None:
    """One line: pages a second by the rules, and how many plain scans for capital words would fit in that time."""
    reader = RuleReader()
    pages = sum(len(text.content) for text in texts) / PAGE

    def rules() -> None:
        for text in texts:
            tuple(reader.read(text))
            tuple(reader.names(text))

    def scan() -> None:
        for text in texts:
            sum(1 for _ in re.finditer(r"\b[^\W\d_a-z]\w+", text.content))

    rules()
    taken = seconds(rules)
    print(f"{name:28} {pages:6.1f} pages  {pages / taken:7.0f} pages/s  {taken / max(seconds(scan), 1e-6):6.0f} scans")
    if pages / taken < WANTED:
        sys.exit(f"slower than {WANTED} pages a second")


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec, "the folder holds its scorer"
    assert spec.loader, "a file can be loaded"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure_scores(folder: Path) -> None:
    """The scorer's own tables, over all documents and by language."""
    score = scorer(folder)
    gold = score.load(str(folder))
    reader = RuleReader()
    predicted = {}
    for name, document in gold.items():
        text = Text(content=document["text"], language=document["lang"])
        predicted[name] = prediction(text, reader.read(text), reader.names(text), name)
    assert json.dumps(predicted), "predictions are plain JSON"
    print(score.table(score.run(gold, predicted)[0], f"\n{len(gold)} marked documents"))
    for language in sorted({document["lang"] for document in gold.values()}):
        some = {name: document for name, document in gold.items() if document["lang"] == language}
        print(score.table(score.run(some, predicted)[0], f"\n{language}: {len(some)}"))


def main() -> None:
    for language, words in INVENTED.items():
        measure_speed([Text(content=words * 120, language=language)], f"invented, {language}")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else MARKED
    if not (folder / "score.py").is_file():
        print(f"no marked documents in {folder}: scores left out")
        return
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    measure_speed([Text(content=one["text"], language=one["lang"]) for one in documents], "marked documents")
    measure_scores(folder)


if __name__ == "__main__":
    main()
