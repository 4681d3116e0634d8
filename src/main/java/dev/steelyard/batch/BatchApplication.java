package dev.steelyard.batch;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Spring as the batch needs it: a job repository on the ledger's database, and nothing else. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BatchApplication {

    static ConfigurableApplicationContext start(DataSource source) {
        return new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.main.banner-mode", "off",
                        "spring.batch.job.enabled", "false",
                        "spring.batch.jdbc.initialize-schema", "never",
                        // PostgreSQL's default isolation refuses unrelated launches that meet.
                        "spring.batch.jdbc.isolation-level-for-create", "read_committed",
                        "spring.flyway.enabled", "false"))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "dataSource", DataSource.class, () -> source, bean -> bean.setDestroyMethodName("")))
                .run();
    }
}
