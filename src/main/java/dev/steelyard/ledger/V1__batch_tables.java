package dev.steelyard.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The tables of the batch framework, from the script that its jar brings for the database at hand. Flyway owns them, so that
 * a later version of the framework is a later migration.
 */
public final class V1__batch_tables extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        String product = context.getConnection().getMetaData().getDatabaseProductName();
        String script = product.equals("PostgreSQL") ? "schema-postgresql.sql" : "schema-h2.sql";
        try (Statement statement = context.getConnection().createStatement()) {
            for (String sql : read("org/springframework/batch/core/" + script).split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = V1__batch_tables.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
