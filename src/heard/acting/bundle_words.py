"""The README of a bundle, in the languages of those who receive one."""

from heard.terms.errors import Malformed

LANGUAGES = ("en", "az", "ru")

_README = {
    "en": """Heard bundle 1

What this is

A brief about reported human rights abuses, the documents it cites, and the record of what was done to those
documents since they were received.

{reviewed}

- brief/      the brief itself
- exhibits/   the documents, byte for byte as received; each is named by its SHA-256
- entries/    what was done to them, when and by whom, as far as it may be shown, each with a proof that the
              custody log contains it
- manifest.json, seal.*, checkpoint, *.vkey   what is needed to check all of the above

How to check it, without a network

1. Install Python 3.11 or later and the package cryptography (48 or later).
2. Take verify.py from a source you trust. The copy in this bundle came by the same way as everything else.
3. Run:  python verify.py BUNDLE.zip --key KEY --language en
   KEY is the key of the custody log. Ask the sender for it by another way than the one this bundle came by.

In this bundle the key is said to be:
{key}

What the check shows: that no file and no entry was changed, removed, added or moved since the bundle was sealed
in the log {origin}, and by which key.

What it cannot show: that nothing was left out when the bundle was made, or that what people say is true.

Please handle these documents with care. They may put people in danger.
""",
    "az": """Heard bundle 1

Bu nədir

Bildirilmiş insan hüquqları pozuntuları haqqında arayış, onun istinad etdiyi sənədlər və bu sənədlər alınandan
sonra onlarla nə edildiyinin qeydi.

{reviewed}

- brief/      arayışın özü
- exhibits/   sənədlər, alındığı kimi, bayt-bayt; hər birinin adı onun SHA-256 qiymətidir
- entries/    onlarla nəyin, nə vaxt və kim tərəfindən edildiyi (göstərilməsi mümkün olan qədər), hər biri saxlanma
              jurnalında olduğunun sübutu ilə
- manifest.json, seal.*, checkpoint, *.vkey   bütün bunları yoxlamaq üçün lazım olanlar

Şəbəkəsiz necə yoxlamalı

1. Python 3.11 və ya daha yenisini və cryptography paketini (48 və ya daha yeni) quraşdırın.
2. verify.py faylını etibar etdiyiniz mənbədən götürün. Bu bağlamadakı nüsxə də qalan hər şeylə eyni yolla gəlib.
3. İşə salın:  python verify.py BUNDLE.zip --key AÇAR --language az
   AÇAR saxlanma jurnalının açarıdır. Onu göndərəndən bu bağlamanın gəldiyi yoldan başqa bir yolla soruşun.

Bu bağlamada açarın belə olduğu deyilir:
{key}

Yoxlama nəyi göstərir: bağlama {origin} jurnalında möhürlənəndən sonra heç bir faylın və heç bir yazının
dəyişdirilmədiyini, çıxarılmadığını, əlavə edilmədiyini və yerinin dəyişmədiyini, həmçinin hansı açarla.

Nəyi göstərə bilmir: bağlama hazırlananda heç nəyin kənarda qalmadığını və insanların dediklərinin doğru olduğunu.

Xahiş edirik, bu sənədlərlə ehtiyatlı davranın. Onlar insanları təhlükəyə sala bilər.
""",
    "ru": """Heard bundle 1

Что это

Справка о сообщениях о нарушениях прав человека, документы, на которые она ссылается, и запись о том, что с этими
документами делали с момента их получения.

{reviewed}

- brief/      сама справка
- exhibits/   документы, байт в байт такими, какими получены; имя каждого — его SHA-256
- entries/    что с ними делали, когда и кто, насколько это можно показать; к каждой записи — доказательство, что
              она есть в журнале хранения
- manifest.json, seal.*, checkpoint, *.vkey   то, что нужно для проверки всего перечисленного

Как проверить без сети

1. Установите Python 3.11 или новее и пакет cryptography (48 или новее).
2. Возьмите verify.py из источника, которому доверяете. Копия в этом пакете пришла тем же путём, что и всё остальное.
3. Запустите:  python verify.py BUNDLE.zip --key КЛЮЧ --language ru
   КЛЮЧ — ключ журнала хранения. Спросите его у отправителя другим путём, не тем, которым пришёл пакет.

В этом пакете указан такой ключ:
{key}

Что показывает проверка: что ни один файл и ни одна запись не были изменены, удалены, добавлены или переставлены с
тех пор, как пакет запечатан в журнале {origin}, и каким ключом.

Чего она показать не может: что при составлении пакета ничего не упустили и что сказанное людьми — правда.

Пожалуйста, обращайтесь с этими документами осторожно. Они могут подвергнуть людей опасности.
""",
}

_REVIEWED = {
    True: {
        "en": "What the brief says was drawn from the documents by people, or checked by them.",
        "az": "Arayışda deyilənləri sənədlərdən insanlar çıxarıb və ya yoxlayıb.",
        "ru": "То, что сказано в справке, люди извлекли из документов или проверили.",
    },
    False: {
        "en": "Read by machine, reviewed by nobody. Compare every sentence with the document it cites.",
        "az": "Maşın oxuyub, heç kim yoxlamayıb. Hər cümləni istinad etdiyi sənədlə tutuşdurun.",
        "ru": "Прочитано машиной, никем не проверено. Сверяйте каждое предложение с указанным в нём документом.",
    },
}


def readme(language: str, *, origin: str, key: str, reviewed: bool) -> bytes:
    """The README in this language; `reviewed` says whether people checked what the brief says."""
    if language not in LANGUAGES:
        raise Malformed("language", language)
    return _README[language].format(origin=origin, key=key, reviewed=_REVIEWED[reviewed][language]).encode()
