"""How much of a file is read. Past a limit the file is refused by name and kept; nothing is cut off quietly."""

#: Bytes of one file: 100 MiB.
MOST_BYTES = 100 * 2**20
#: Code points of one text.
MOST_CHARACTERS = 20_000_000
#: Pages of one PDF; at about 100 pages a second this is under a minute.
MOST_PAGES = 5_000
#: Bytes that the parts of one DOCX may unpack to together: 200 MiB.
MOST_UNPACKED = 200 * 2**20
#: Bytes that the XML parts of one DOCX may unpack to together; parsing takes about ten times as much memory.
MOST_XML = 50 * 2**20
#: A DOCX that unpacks to more than this many times its size, and to over SMALL bytes, is a bomb.
MOST_RATIO = 150
SMALL = 20 * 2**20
#: Parts inside one DOCX.
MOST_PARTS = 5_000
#: Parts inside one e-mail, and how deep they may lie in each other.
MOST_MAIL_PARTS = 500
DEEPEST_MAIL = 40
#: Elements of a web page, and of the XML in a DOCX, that may lie in each other.
DEEPEST_ELEMENT = 2_000
DEEPEST_XML = 250
