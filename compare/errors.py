"""The errors that a caller can act on: the value, what was expected, the next step."""


class CompareError(Exception):
    """Something that was asked can't be done. Its text is one line for the person who asked."""


class InputError(CompareError):
    """A source can't be read as a statement (missing, empty, binary, not decodable, too large)."""


class OutputError(CompareError):
    """A report can't be written where it was asked for."""


class SettingError(CompareError):
    """A setting has a value outside its range, or a name that isn't known."""


class ModelError(CompareError):
    """A model can't be had, isn't the one that was expected, or can't do what is needed."""


class FormatError(CompareError):
    """JSON that doesn't follow its contract."""


class StoreError(CompareError):
    """The database can't be opened, is of another version, or doesn't hold what was asked for."""


class ConflictError(StoreError):
    """Someone else has written meanwhile what the caller was about to follow on."""


class ArchiveError(CompareError):
    """A file that was to be imported is no archive of an event, or isn't whole."""
