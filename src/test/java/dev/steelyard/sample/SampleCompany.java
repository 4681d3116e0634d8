package dev.steelyard.sample;

import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A company of about 80 people as the exports that it would really send; the same bytes on every machine. */
public final class SampleCompany {

    private SampleCompany() {}

    /** Writes the exports to the folder named first, by default {@code input-samples}. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "input-samples");
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(FileNames.resolve(folder, file.getKey()), file.getValue());
        }
    }

    /** The exports by file name. */
    static Map<String, byte[]> files() {
        return new TreeMap<>(new SampleFiles(company()).files());
    }

    /** The company before its exports get their disorder. */
    static Company company() {
        Company company = new Company();
        Map<String, Person> people = SampleRoster.people();
        SampleStories stories = new SampleStories(people);
        stories.prepare();
        SampleMarket market = new SampleMarket();
        market.write(company);
        SampleSales sales = new SampleSales(company, market);
        SampleWork work = new SampleWork(company, market, sales);
        people.values().forEach(sales::write);
        people.values().forEach(work::write);
        stories.tell(company, market, work);
        new SampleRegisters(company, people).write();
        return company;
    }
}
