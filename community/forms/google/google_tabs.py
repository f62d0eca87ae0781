"""Names of the two tabs in which the script notes what belongs together, and the mark on each tab of answers."""

FORMS_TAB = "Forms"
FORMS_HEADER = (
    "Form", "Code", "Address to share", "Address to change it", "Tab of its answers", "Tab number", "Form number",
)  # fmt: skip
WORDS_TAB = "Forms words"
WORDS_HEADER = ("Code", "Column", "What", "Words", "Means")
"""`What` is "title" (then `Means` is the part of the column, such as a day) or "answer" (then it is the code)."""
TITLE, ANSWER = "title", "answer"
MARK = "community.answers"
"""Developer metadata of a tab of answers; its value is the form's code."""
