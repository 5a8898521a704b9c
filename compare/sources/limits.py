"""How much is read at most: a slip or a hostile file ends in one clear line, soon."""

MAX_BYTES = 20_000_000  # of a file or a page, decoded; over 100 times the longest readout
MAX_CHARS = 1_000_000  # of a text, read from whatever; some 500 pages
MAX_ARTICLE = 60_000  # characters of a news article, some 10,000 words; parsing takes its time
MAX_MARKDOWN = 200_000  # characters that are looked at for Markdown; its parser is slow
MAX_LINES = 20_000  # of a text from which bylines, menus and the like are cut
MAX_PAGES = 300  # of a PDF; a readout has one to five, a treaty a hundred
MAX_XML_BYTES = 60_000_000  # of a .docx part, unpacked: some 10,000 pages
MAX_JSON_DEPTH = 100
# For one HTML, PDF or Word file, in a process of its own: time of the processor, and time by the
# clock, which is longer, since a machine has other work too.
PARSE_SECONDS = 7.0
PARSE_WAIT = 30.0
PARSE_MEMORY = 900_000_000  # bytes of address space that process may take
