/** Strings that break printers: quotes, escapes, expansion, comments, layout, look-alikes of other types, and what cannot be seen. */
// One group in a line, or nobody would see what belongs together.
// prettier-ignore
export const hostileStrings: readonly string[] = [
  ...["", " ", "  two  ", " leading", "trailing ", "\t", "tab\tinside", "\n", "line\nbreak", "line\r\nbreak", "\rreturn", "ends\n", "\n\nblank lines\n\n"],
  ...['"', "'", "`", '""', "''", '"""', "'''", 'say "hi"', "it's", "`tick`", '\\"', "\\'", "\\", "\\\\", "ends with \\", "\\n", "\\u000a", "\\u0022", "\\x41", "\\0", "\\$"],
  ...["$", "$$", "$$$", "$HOME", "${HOME}", "${", "$}", "$(HOME)", "$(whoami)", "$1", "${HOME:-x}", "${HOME", "a$b{", "$host", "${dpm_dollar}", "$request_uri", "100$"],
  ...["#{", "#{T(java.lang.Runtime)}", "%{", "%{HOME}", "{{", "}}", "{{ .Values.x }}", "{{ $bad }}", "{%", "<%= x %>", "#", "# comment", "a # b", "a #b", "//", "/*", "*/", "/* */", "--", "-->", "<!--", "]]>", ";", "; drop", "{", "}", "{}", "[]", "[", "]", "a;b}c{d#e"],
  ...["no", "No", "NO", "yes", "y", "n", "on", "off", "true", "false", "null", "Null", "~", "1e3", "1E3", "12:30", "12:30:45", "0o17", "017", "0x1f", "0b1", "1_000", ".5", "5.", ".inf", "-.inf", ".nan", "NaN", "Infinity", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "1.0", "01", "+1", "-1", "=", "<<", "!", "!!str x", "&a", "*a", "|", ">", "|-", "%YAML 1.2", "---", "...", "- a", "-", "?", "? a", ":", "a: b", "a:", ":a", "@", "a, b", ","],
  ...["\u0000", "nul\u0000inside", "\u0001", "\u0007", "\u0008", "\u001b[31mred", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u2028", "\u2029", "a\u2028b", "\ufeff", "\ufeffbom", "\u200b", "\u200d", "\u202e", "\u202etxt.exe", "\u2066x\u2069", "\ufffe", "\uffff", "\ud800", "\udc00", "a\ud800b", "\u{1f600}", "\u{10ffff}", "订单服务", "Ünïcödé", "e\u0301", "\u1100\u1161"],
  ...["__proto__", "constructor", "hasOwnProperty", "toString", "prototype", "../../etc/passwd", "..", ".", "/", "C:\\windows", "con", "a/b", "a\\b", "~root", "<script>alert(1)</script>", "&amp;", "&", "<", ">", "' OR 1=1 --", "\\u002a\\u002f", "*\\/", "\\u005c", "%s", "%n", "%00", "%0a", "a=b", "a==b", "!important", "class", "public", "return", "x".repeat(300), "é".repeat(150), "(".repeat(64)],
];
