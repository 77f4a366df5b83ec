import java.util.Objects;

/** Checks, what comes of each being printed. */
final class Check {
    private Check() {}

    /** What is checked; whatever it throws is a failure. */
    interface Body {
        void run() throws Exception;
    }

    /** Runs one check and prints what came of it. */
    static void check(String name, Body body) {
        try {
            body.run();
            System.out.println("passed " + name);
        } catch (Exception | AssertionError error) {
            System.out.println("failed " + name + ": " + error.toString().replaceAll("\\s+", " "));
        }
    }

    /** Asserts that two values are the same. */
    static void equal(Object found, Object expected) {
        if (!Objects.equals(found, expected)) throw new AssertionError(found + " is not " + expected);
    }

    /** Asserts that a text has another in it. */
    static void contains(String text, String part) {
        if (!text.contains(part)) throw new AssertionError("“" + text + "” does not contain “" + part + "”");
    }

    /** What a body throws, which has to be of a class. */
    static <T extends Exception> T thrown(Class<T> kind, Body body) throws Exception {
        try {
            body.run();
        } catch (Exception error) {
            if (kind.isInstance(error)) return kind.cast(error);
            throw error;
        }
        throw new AssertionError(kind.getSimpleName() + " is not thrown");
    }
}
