package dev.steelyard.output.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedPersonTest {

    @TempDir
    Path folder;

    private PublishedPerson read(String id) throws IOException {
        Files.writeString(
                folder.resolve("scores.csv"),
                """
                rank,employee_id,name,reason
                1,E1,"Wang, ""E12""
                E12,Li",
                2,E12,Li,E1 was first
                3,"E""1",Zhao,
                4,E2,Qian,\
                """);
        Files.writeString(folder.resolve("indicators.csv"), "employee_id,indicator,points\nE1,SR01,70\nE12,SR01,80\n");
        Files.writeString(folder.resolve("payout.csv"), "line_id,employee_id,component\nm-E12-base-1,E12,base\n");
        return PublishedPerson.read(folder, id).orElseThrow();
    }

    @Test
    void aPersonIsKnownByTheCellAndNotByWhatLooksLikeIt() throws IOException {
        assertThat(read("E12").scores()).containsEntry("rank", "2").containsEntry("reason", "E1 was first");
        assertThat(read("E12").indicators()).hasSize(1);
        assertThat(read("E12").indicators().get("SR01")).containsEntry("points", "80");
        assertThat(read("E12").payout()).containsOnlyKeys("base-1");
    }

    @Test
    void aRecordGoesOnWhereACellHoldsANewline() throws IOException {
        assertThat(read("E1").scores()).containsEntry("rank", "1").containsEntry("name", "Wang, \"E12\"\nE12,Li");
        assertThat(read("E1").payout()).isEmpty();
    }

    @Test
    void anIdMayHoldQuotesAndTheLastRecordNeedNoNewline() throws IOException {
        assertThat(read("E\"1").scores()).containsEntry("rank", "3");
        assertThat(read("E2").scores()).containsEntry("rank", "4").containsEntry("reason", "");
    }

    @Test
    void whoWasNotScoredIsNotThere() throws IOException {
        read("E1");
        assertThat(PublishedPerson.read(folder, "E")).isEmpty();
        assertThat(PublishedPerson.read(folder, "rank")).isEmpty();
        assertThat(PublishedPerson.read(folder, "E3")).isEmpty();
    }
}
