import { java } from "../src/index.ts";

/** What the program is made of; everything but `constants` comes from arbitrary data. */
export interface Ingredients {
  readonly strings: readonly string[];
  readonly chars: readonly string[];
  readonly comments: readonly string[];
  readonly names: readonly string[];
}

/** How many times the program must count: a comment that ends early or swallows a statement changes it. */
export function expectedCount({ comments, names }: Ingredients): number {
  return 5 * comments.length + 2 * names.length;
}

/**
 * A program that prints, in hexadecimal UTF-16 units, its string and char literals, its count, the public classes of
 * `java.lang`, then the entries of a `.properties` file and the values of an XML file that it reads.
 */
export function program(of: Ingredients): java.JavaText {
  return java.file({
    packageName: "",
    header: of.comments,
    imports: [
      "java.nio.file.Files",
      "java.nio.file.Path",
      "java.util.Properties",
      "javax.xml.parsers.DocumentBuilderFactory",
    ],
    types: [
      java.code`
        public final class ZzProgram {
            static int count;

            ${java.paragraphs(of.comments.map(commented))}

            ${java.paragraphs(of.names.map(named))}

            public static void main(String[] args) throws Exception {
                ${of.comments.map((_, i) => java.code`${java.ident(`comment${i}`)}();`)}
                ${of.names.map((_, i) => java.code`${java.ident(`name${i}`)}();`)}
                System.out.println("count " + count);
                for (String s : new String[] {
                    ${of.strings.map((s) => java.code`${java.str(s)},`)}
                }) System.out.println("string " + hex(s));
                for (char c : new char[] { ${java.commas(of.chars.map((c) => java.char(c)))} }) System.out.println("char " + hex("" + c));
                ${readers}
            }

            static String hex(String s) {
                StringBuilder out = new StringBuilder();
                for (int i = 0; i < s.length(); i++) out.append(String.format("%04x", (int) s.charAt(i)));
                return out.toString();
            }
        }
      `,
    ],
  });
}

const readers = java.code`
  try (var list = Files.list(Path.of(java.net.URI.create("jrt:/java.base/java/lang")))) {
      for (Path path : list.toList()) {
          String name = path.getFileName().toString().replace(".class", "");
          if (!path.toString().endsWith(".class") || name.contains("$")) continue;
          if (java.lang.reflect.Modifier.isPublic(Class.forName("java.lang." + name).getModifiers())) System.out.println("class " + hex(name));
      }
  }
  Properties properties = new Properties();
  try (var in = Files.newInputStream(Path.of(args[0]))) { properties.load(in); }
  for (String key : properties.stringPropertyNames()) System.out.println("property " + hex(key) + "=" + hex(properties.getProperty(key)));
  var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(args[1]).toFile());
  var values = document.getDocumentElement().getElementsByTagName("v");
  for (int i = 0; i < values.getLength(); i++) {
      var value = (org.w3c.dom.Element) values.item(i);
      System.out.println("xml " + hex(value.getTextContent()) + "=" + hex(value.getAttribute("a")));
  }
`;

function commented(comment: string, i: number): java.JavaText {
  const text = java.commentText(comment);
  return java.code`
    ${java.javadoc(comment)}
    static void ${java.ident(`comment${i}`)}() {
        ${java.lineComment(comment)}
        count++;
        ${java.blockComment(comment)}
        count++;
        // ${text} x
        count++; /* ${text}/${text} ${java.javadocText(comment)} */ count++;
        new Object() {
            /** ${java.javadocText(comment)} ${text} */
            void run() { count++; }
        }.run();
    }
  `;
}

/** The names that data makes, as a variable, a constant and a class of their own scope. */
function named(name: string, i: number): java.JavaText {
  const variable = java.ident(java.memberName(name));
  const constant = java.ident(java.constantName(name));
  const type = java.ident(java.className(name));
  return java.code`
    static void ${java.ident(`name${i}`)}() {
        { int ${variable} = 1; count += ${variable}; }
        final class ${type} { static final int ${constant} = 1; }
        count += ${type}.${constant};
    }
  `;
}
