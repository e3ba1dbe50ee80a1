// SPDX-License-Identifier: GPL-3.0-or-later
// For each line of hex on stdin: the class of the object in that stream, the object as hex of its UTF-8 or its bytes, and
// the hex that Java itself writes for it.
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

class ReadValues {
    public static void main(String[] arguments) throws Exception {
        var hex = HexFormat.of();
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var value = new ObjectInputStream(new ByteArrayInputStream(hex.parseHex(line))).readObject();
            var bytes = value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
            var again = new ByteArrayOutputStream();
            new ObjectOutputStream(again).writeObject(value);
            System.out.println(value.getClass().getName() + " " + hex.formatHex(bytes) + " " + hex.formatHex(again.toByteArray()));
        }
    }
}
