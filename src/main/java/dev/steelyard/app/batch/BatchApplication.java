package dev.steelyard.app.batch;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring as the batch needs it: a job repository on the ledger's database, and nothing else. What is needed is named here;
 * looking for it on the class path took longer than a month of a small company.
 */
@Configuration(proxyBeanMethods = false)
class BatchApplication extends JdbcDefaultBatchConfiguration {

    static ConfigurableApplicationContext start(DataSource source) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        // The ledger closes its own data source.
        context.registerBean("dataSource", DataSource.class, () -> source, bean -> bean.setDestroyMethodName(""));
        context.register(BatchApplication.class);
        context.refresh();
        return context;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    /** PostgreSQL's default refuses unrelated launches that meet. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
