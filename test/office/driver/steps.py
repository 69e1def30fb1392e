# What a person does in a document, one step at a time. A step is named by its first word, and finds
# its place by the words that stand there.
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def set_author(context, name):
    """The name that the office puts on changes and comments."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context)
    path = PropertyValue(Name="nodepath", Value="/org.openoffice.UserProfile/Data")
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (path,))
    access.setPropertyValue("givenname", name)
    access.commitChanges()


class Editing:
    def __init__(self, context, document):
        self.context = context
        self.document = document
        self.controller = document.getCurrentController()
        self.dispatcher = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context)

    def take(self, step):
        name = next(iter(step))
        getattr(self, f"do_{name}")(*step.values())

    # Finding

    def find(self, words):
        """The range of these words, the first that there is."""
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findFirst(search)
        if found is None:
            raise ValueError(f"no such words: {words}")
        return found

    def paragraph(self, words):
        """A cursor over the paragraph that holds these words."""
        found = self.find(words)
        cursor = found.getText().createTextCursorByRange(found.getStart())
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def whole_paragraph(self, words):
        """The same with its end, or with the end of the one before when it is the last."""
        cursor = self.paragraph(words)
        if not cursor.goRight(1, True):
            start = cursor.getText().createTextCursorByRange(cursor.getStart())
            start.goLeft(1, False)
            start.gotoRange(cursor.getEnd(), True)
            return start
        return cursor

    def select(self, span):
        self.controller.select(span)

    def dispatch(self, command, **values):
        arguments = tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())
        self.dispatcher.executeDispatch(self.controller.getFrame(), f".uno:{command}", "", 0, arguments)

    # Settings

    def do_track(self, is_on):
        self.document.RecordChanges = is_on

    def do_author(self, name):
        set_author(self.context, name)

    # Words

    def do_insertAfter(self, words, text):
        found = self.find(words)
        found.getText().insertString(found.getEnd(), text, False)

    def do_insertBefore(self, words, text):
        found = self.find(words)
        found.getText().insertString(found.getStart(), text, False)

    def do_replace(self, words, by):
        # As when one types over a selection.
        found = self.find(words)
        found.getText().insertString(found.getEnd(), by, False)
        self.find(words).setString("")

    def do_delete(self, words):
        self.find(words).setString("")

    def do_bold(self, words):
        self.find(words).CharWeight = 150.0

    # Paragraphs

    def do_addParagraph(self, text, after):
        cursor = self.paragraph(after)
        cursor.collapseToEnd()
        cursor.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.getText().insertString(cursor, text, False)

    def do_deleteParagraph(self, words):
        self.whole_paragraph(words).setString("")

    def do_splitBefore(self, words):
        found = self.find(words)
        found.getText().insertControlCharacter(found.getStart(), PARAGRAPH_BREAK, False)

    def do_joinWithNext(self, words):
        cursor = self.paragraph(words)
        cursor.collapseToEnd()
        if not cursor.goRight(1, True):
            raise ValueError("there is no next paragraph")
        cursor.setString("")

    def section(self, heading):
        """A cursor from a heading to the next as high as it, or higher."""
        cursor = self.paragraph(heading)
        level = cursor.OutlineLevel
        cursor.collapseToStart()
        end = cursor.getText().createTextCursorByRange(cursor)
        while end.gotoNextParagraph(False):
            if 0 < end.OutlineLevel <= level:
                break
        else:
            end.gotoEnd(False)
        cursor.gotoRange(end, True)
        return cursor

    def move(self, span, before):
        self.select(span)
        self.dispatch("Cut")
        self.select(self.paragraph(before).getStart())
        self.dispatch("Paste")

    def do_moveParagraph(self, words, before):
        self.move(self.whole_paragraph(words), before)

    def do_moveSection(self, heading, before):
        self.move(self.section(heading), before)

    def do_deleteSection(self, heading):
        self.section(heading).setString("")

    # Comments

    def do_comment(self, text, on, to=None):
        span = self.find(on)
        if to is not None:
            cursor = span.getText().createTextCursorByRange(span.getStart())
            cursor.gotoRange(self.find(to).getEnd(), True)
            span = cursor
        self.select(span)
        self.dispatch("InsertAnnotation", Text=text)

    def comments(self):
        fields = self.document.getTextFields().createEnumeration()
        while fields.hasMoreElements():
            field = fields.nextElement()
            if field.supportsService("com.sun.star.text.textfield.Annotation"):
                yield field

    def comment_saying(self, text):
        for field in self.comments():
            if field.Content == text:
                return field
        raise ValueError(f"no such comment: {text}")

    def do_resolve(self, text):
        self.comment_saying(text).Resolved = True

    # Tables

    def find_in_table(self, words):
        found = self.find(words)
        if found.TextTable is None:
            raise ValueError(f"these words are in no table: {words}")
        return found

    def do_deleteRow(self, words):
        self.select(self.find_in_table(words))
        self.dispatch("DeleteRows")

    def do_insertRow(self, cells, after):
        found = self.find_in_table(after)
        table = found.TextTable
        row = int("".join(letter for letter in found.Cell.CellName if letter.isdigit()))
        self.select(found)
        self.dispatch("InsertRowsAfter")
        for column, text in enumerate(cells):
            cell = table.getCellByPosition(column, row)
            cell.insertString(cell.createTextCursor(), text, False)

    # Notes, headers

    def do_addNote(self, text, after):
        found = self.find(after)
        note = self.document.createInstance("com.sun.star.text.Footnote")
        found.getText().insertTextContent(found.getEnd(), note, False)
        note.insertString(note.createTextCursor(), text, False)

    def do_writeInHeader(self, text):
        styles = self.document.getStyleFamilies().getByName("PageStyles")
        style = styles.getByName(self.controller.getViewCursor().PageStyleName)
        style.HeaderIsOn = True
        style.HeaderText.setString(text)

    # What was tracked

    def do_accept(self, words):
        self.select(self.find(words))
        self.dispatch("AcceptTrackedChange")

    def do_reject(self, words):
        self.select(self.find(words))
        self.dispatch("RejectTrackedChange")
