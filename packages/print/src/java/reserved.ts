/** Keywords, literals, and the contextual words that some use of an identifier refuses (JLS 3.8 and 3.9, up to Java 25). */
export const reserved: ReadonlySet<string> = new Set(
  `_ abstract assert boolean break byte case catch char class const continue default do double else enum extends
  false final finally float for goto if implements import instanceof int interface long native new null package permits
  private protected public record return sealed short static strictfp super switch synchronized this throw throws
  transient true try var void volatile while yield`.split(/\s+/),
);

/** The public classes of `java.lang`, up to Java 25: simple names that every file sees unless its package takes them over. */
export const javaLang: ReadonlySet<string> = new Set(
  `AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException
  AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class ClassCastException
  ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue CloneNotSupportedException
  Cloneable Comparable Compiler Deprecated Double Enum EnumConstantNotPresentException Error Exception
  ExceptionInInitializerError Float FunctionalInterface IO IllegalAccessError IllegalAccessException
  IllegalArgumentException IllegalCallerException IllegalMonitorStateException IllegalStateException
  IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException InheritableThreadLocal
  InstantiationError InstantiationException Integer InternalError InterruptedException Iterable
  LayerInstantiationException LinkageError Long MatchException Math Module ModuleLayer NegativeArraySizeException
  NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError NoSuchMethodException
  NullPointerException Number NumberFormatException Object OutOfMemoryError Override Package Process
  ProcessBuilder ProcessHandle Readable Record ReflectiveOperationException Runnable Runtime RuntimeException
  RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager Short StableValue StackOverflowError
  StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder StringIndexOutOfBoundsException
  StringTemplate SuppressWarnings System Thread ThreadDeath ThreadGroup ThreadLocal Throwable
  TypeNotPresentException UnknownError UnsatisfiedLinkError UnsupportedClassVersionError
  UnsupportedOperationException VerifyError VirtualMachineError Void WrongThreadException`.split(/\s+/),
);

/** No file or folder can be called so on Windows, whatever its extension. */
export const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
